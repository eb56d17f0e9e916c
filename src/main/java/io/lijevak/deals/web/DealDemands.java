package io.lijevak.deals.web;

import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverview;
import io.lijevak.deals.DealOverviews;
import io.lijevak.platform.web.Form;
import io.lijevak.process.Answers;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.Gate;
import io.lijevak.process.Missing;
import io.lijevak.process.Requirements;
import io.lijevak.process.StageId;
import io.lijevak.process.Step;
import io.lijevak.process.Subject;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** What a stage demands before a deal that people move leaves it, to be filled with the move. */
@Component
public class DealDemands {
    private final DealOverviews deals;
    private final DealTypes types;
    private final Requirements requirements;

    DealDemands(DealOverviews deals, DealTypes types, Requirements requirements) {
        this.deals = deals;
        this.types = types;
        this.requirements = requirements;
    }

    /** The page of a move that lacks something: the deal, the stage it goes to, what is missing. */
    public record Page(DealOverview deal, Step target, List<Missing> missing, boolean overridable, Form form) {}

    /** The page, null when nothing is missing at the stage where the deal stands. */
    @Nullable
    Page of(DealId id, StageId target, Form form, CurrentUser user) {
        var deal = deals.require(id, user);
        var type = types.require(new DealTypeId(deal.type().id()));
        var step = type.step(target).orElse(null);
        if (deal.stage() == null || step == null || !deal.isOpen()) {
            return null;
        }
        var from = new StageId(deal.stage().id());
        var version = type.indexOf(from) >= 0 ? type.stepsVersion() : deal.stepsVersion();
        var missing = requirements.missing(new Gate(Subject.deal(id.value()), type.id(), version, from), user);
        var overridable = user.can(Resource.REQUIREMENT, Action.EDIT, deal.responsibleId());
        return missing.isEmpty() ? null : new Page(deal, step, missing, overridable, form);
    }

    static Answers answers(MultiValueMap<String, String> input) {
        var given = input.toSingleValueMap().entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        given.keySet().removeAll(List.of("stage", "from", "back", "_csrf"));
        var overriding = given.containsKey("override");
        return new Answers(given, overriding ? given.getOrDefault("overrideReason", "") : null);
    }
}
