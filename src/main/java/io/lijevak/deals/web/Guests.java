package io.lijevak.deals.web;

import io.lijevak.deals.DealArea;
import io.lijevak.deals.DealPanel;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What other modules contribute to the deal page, in its order. */
@Component("dealGuests")
public record Guests(List<DealPanel> panels, List<DealArea> areas) {
    public Guests {
        panels = panels.stream()
                .sorted(Comparator.comparingInt(DealPanel::order))
                .toList();
        areas = areas.stream().sorted(Comparator.comparingInt(DealArea::order)).toList();
    }
}
