package io.lijevak.deals;

import io.lijevak.users.CurrentUser;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Creates a deal together with its first step, both or neither. */
@Component
public class BeginDeal {
    private final CreateDeal create;
    private final List<FirstStep> steps;

    BeginDeal(CreateDeal create, List<FirstStep> steps) {
        this.create = create;
        this.steps = steps;
    }

    @Transactional
    public DealId with(NewDeal wanted, FirstStep.Told told, CurrentUser user) {
        var deal = create.created(wanted, user);
        if (told.isSomething() || deal.type().demanding()) {
            steps.forEach(step -> step.plan(deal.id(), told, user));
        }
        return deal.id();
    }
}
