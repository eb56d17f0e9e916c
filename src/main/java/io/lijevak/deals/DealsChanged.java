package io.lijevak.deals;

import java.util.List;

/** Deals were created or changed; published in the transaction of the change. */
public record DealsChanged(List<Long> dealIds) {
    public DealsChanged {
        dealIds = List.copyOf(dealIds);
    }
}
