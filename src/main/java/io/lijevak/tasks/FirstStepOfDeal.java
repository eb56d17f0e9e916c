package io.lijevak.tasks;

import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.deals.FirstStep;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The first step of a new deal is a task of whoever answers for the deal. */
@Component
class FirstStepOfDeal implements FirstStep {
    private final FollowUp followUp;
    private final NextStepRule rule;
    private final DealOverviews deals;
    private final Clock clock;

    FirstStepOfDeal(FollowUp followUp, NextStepRule rule, DealOverviews deals, Clock clock) {
        this.followUp = followUp;
        this.rule = rule;
        this.deals = deals;
        this.clock = clock;
    }

    @Override
    public void plan(DealId deal, Told told, CurrentUser user) {
        if (!told.isSomething() && !rule.isDemanded(deal)) {
            return;
        }
        var shown = deals.require(deal, user);
        var responsible = shown.responsibleId();
        var place = new FollowUp.Place(
                deal.value(),
                shown.stage() == null ? null : shown.stage().id(),
                responsible == null ? user.id() : responsible);
        followUp.write(place, TaskDraft.step(isBlank(told.title()) ? null : told.title(), due(told.due(), user)), user);
    }

    private @Nullable Due due(@Nullable String words, CurrentUser user) {
        if (words == null || words.isBlank()) {
            return null;
        }
        return WhenWords.read(words, clock.instant().atZone(user.timeZone()))
                .map(when -> Due.of(when, user.timeZone()))
                .orElseThrow(() -> InvalidInput.at("nextDue", "tasks.error.due.words"));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
