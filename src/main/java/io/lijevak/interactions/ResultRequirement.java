package io.lijevak.interactions;

import io.lijevak.interactions.SettleInteraction.Settlement;
import io.lijevak.platform.Companies;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Formats;
import io.lijevak.process.Gate;
import io.lijevak.process.ImpliedRequirements;
import io.lijevak.process.Input;
import io.lijevak.process.Missing;
import io.lijevak.process.Requirement;
import io.lijevak.process.RequirementKind;
import io.lijevak.process.Subject;
import io.lijevak.process.TypeRules;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Requires that planned contacts of the deal that are past, or were planned at its present stage, have their result: the
 * rule of a whole type, or of a stage.
 */
@Component
class ResultRequirement implements RequirementKind, ImpliedRequirements {
    private static final long OF_TYPE = -1;
    private final UnsettledContacts unsettled;
    private final SettleInteraction settle;
    private final RequirementWords words;
    private final Companies companies;

    ResultRequirement(
            UnsettledContacts unsettled, SettleInteraction settle, RequirementWords words, Companies companies) {
        this.unsettled = unsettled;
        this.settle = settle;
        this.words = words;
        this.companies = companies;
    }

    @Override
    public List<Requirement> at(Gate gate, TypeRules.Rules rules) {
        return gate.subject().isDeal() && rules.resultFirst()
                ? List.of(new Requirement(OF_TYPE, name(), Map.of()))
                : List.of();
    }

    @Override
    public String name() {
        return "interactionResult";
    }

    @Override
    public List<Input> settings(CurrentUser user) {
        return List.of();
    }

    @Override
    public List<FieldProblem> problems(Map<String, String> settings) {
        return List.of();
    }

    /** Names the earliest; when its result is recorded the next one is asked for. */
    @Override
    public Optional<Missing> missing(Requirement requirement, Subject subject, CurrentUser user) {
        if (!subject.isDeal()) {
            return Optional.empty();
        }
        return unsettled.first(subject.id()).map(one -> {
            var company = companies.current();
            var formats = new Formats(company.region(), user.timeZone());
            var what = one.fields().subject().isEmpty()
                    ? words.kind(one.kind(), user)
                    : one.fields().subject();
            return new Missing(
                    requirement,
                    "interactions.missing.result",
                    List.of(what, formats.dateTime(one.at())),
                    one.isChangedBy(user) ? words.outcome(input(requirement), user) : List.of(),
                    "/interactions/" + one.id() + "/result?back=/deals/" + subject.id());
        });
    }

    @Override
    public void fulfil(Requirement requirement, Subject subject, Map<String, String> answers, CurrentUser user) {
        var one = unsettled.first(subject.id()).orElse(null);
        if (one == null) {
            return;
        }
        var name = input(requirement);
        var reader = Form.of(answers).reader(companies.current().region());
        var state = Optional.ofNullable(reader.choice(name + "-state", InteractionState.class))
                .orElse(InteractionState.HELD);
        reader.check();
        try {
            settle.as(new Settlement(state, null, reader.text(name + "-said"), null), one.id(), one.version(), user);
        } catch (InvalidInput invalid) {
            throw new InvalidInput(invalid.problems().stream()
                    .map(problem -> problem.at(name + "-said"))
                    .toList());
        }
    }

    private static String input(Requirement requirement) {
        return "result-" + requirement.id();
    }
}
