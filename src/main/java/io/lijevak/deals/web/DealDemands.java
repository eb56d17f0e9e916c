package io.lijevak.deals.web;

import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverview;
import io.lijevak.deals.DealOverviews;
import io.lijevak.deals.Route;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.web.Form;
import io.lijevak.process.Answers;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.Gate;
import io.lijevak.process.Input;
import io.lijevak.process.Missing;
import io.lijevak.process.Requirements;
import io.lijevak.process.SentFiles;
import io.lijevak.process.StageId;
import io.lijevak.process.Step;
import io.lijevak.process.Subject;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** What the stage of a deal demands before the deal goes on or is won, to be filled in the form that was refused. */
@Component
public class DealDemands {
    private static final List<String> NO_ANSWERS =
            List.of("stage", "from", "back", "version", "amount", "note", "_csrf");
    private final DealOverviews deals;
    private final DealTypes types;
    private final Requirements requirements;
    private final SentFiles files;

    DealDemands(DealOverviews deals, DealTypes types, Requirements requirements, SentFiles files) {
        this.deals = deals;
        this.types = types;
        this.requirements = requirements;
        this.files = files;
    }

    /** What is missing, and whether the user may go on without. */
    public record Gaps(List<Missing> missing, boolean overridable) {
        public boolean isEmpty() {
            return missing.isEmpty();
        }

        /** Whether a file is asked for, so that the form must be able to carry one. */
        public boolean asksForFile() {
            return missing.stream()
                    .flatMap(each -> each.inputs().stream())
                    .anyMatch(input -> input.type() == Input.Type.FILE);
        }
    }

    /** The page of a move that lacks something: the deal, the stage it goes to, what is missing. */
    public record Page(DealOverview deal, Step target, Gaps gaps, Form form) {}

    /** What is missing where the deal stands. */
    Gaps of(DealOverview deal, CurrentUser user) {
        var stage = deal.stage();
        if (stage == null || !deal.isOpen()) {
            return new Gaps(List.of(), false);
        }
        var gate = new Gate(
                Subject.deal(deal.id().value()),
                new DealTypeId(deal.type().id()),
                stepsVersion(deal, new StageId(stage.id())),
                new StageId(stage.id()));
        var missing = requirements.missing(gate, user);
        return new Gaps(missing, user.can(Resource.REQUIREMENT, Action.EDIT, deal.responsibleId()));
    }

    /** The page of a move by hand, null when nothing is missing on that way. */
    @Nullable
    Page of(DealId id, StageId target, Form form, CurrentUser user) {
        var deal = deals.require(id, user);
        var type = types.require(new DealTypeId(deal.type().id()));
        var step = type.step(target).orElse(null);
        if (step == null || deal.mode() != DealMode.MANUAL || !leadsForward(deal, type, target)) {
            return null;
        }
        var gaps = of(deal, user);
        return gaps.isEmpty() ? null : new Page(deal, step, gaps, form);
    }

    /**
     * Keeps the files that came with the form, puts their tokens in their place, and gives what is wrong with those that
     * cannot be kept.
     */
    List<FieldProblem> keepFiles(
            DealId id, MultiValueMap<String, String> input, HttpServletRequest request, CurrentUser user) {
        var kept = files.keep(() -> of(deals.require(id, user), user).missing(), request, user);
        kept.tokens().forEach(input::set);
        return kept.problems();
    }

    static Answers answers(MultiValueMap<String, String> input) {
        var given = input.toSingleValueMap().entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        given.keySet().removeAll(NO_ANSWERS);
        var overriding = given.containsKey("override");
        return new Answers(given, overriding ? given.getOrDefault("overrideReason", "") : null);
    }

    private int stepsVersion(DealOverview deal, StageId stage) {
        var now = types.require(new DealTypeId(deal.type().id()));
        return deal.mode() == DealMode.MANUAL && now.indexOf(stage) >= 0 ? now.stepsVersion() : deal.stepsVersion();
    }

    private boolean leadsForward(DealOverview deal, DealType now, StageId target) {
        var stage = deal.stage();
        if (stage == null || stage.id() == target.value()) {
            return false;
        }
        var from = new StageId(stage.id());
        var then = now.indexOf(from) >= 0 ? now : types.require(now.id(), deal.stepsVersion());
        return Route.between(now, then, from, target).forward();
    }
}
