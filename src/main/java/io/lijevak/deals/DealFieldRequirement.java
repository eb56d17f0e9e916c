package io.lijevak.deals;

import io.lijevak.platform.FieldProblem;
import io.lijevak.process.Input;
import io.lijevak.process.Missing;
import io.lijevak.process.Requirement;
import io.lijevak.process.RequirementKind;
import io.lijevak.process.Subject;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Requires that a field of the deal is filled. */
@Component
class DealFieldRequirement implements RequirementKind {
    private static final String FIELD = "field";
    private final DealFieldAnswers answers;
    private final StoredTerms stored;
    private final Deals deals;

    DealFieldRequirement(DealFieldAnswers answers, StoredTerms stored, Deals deals) {
        this.answers = answers;
        this.stored = stored;
        this.deals = deals;
    }

    @Override
    public String name() {
        return FIELD;
    }

    @Override
    public List<Input> settings(CurrentUser user) {
        return List.of(new Input(
                FIELD, "deals.requirement.field", false, Input.Type.CHOICE, answers.fieldChoices(user), null));
    }

    @Override
    public List<FieldProblem> problems(Map<String, String> settings) {
        return DealField.named(settings.getOrDefault(FIELD, "")).isPresent()
                ? List.of()
                : List.of(new FieldProblem(FIELD, "deals.error.requirement.field"));
    }

    @Override
    public Optional<Missing> missing(Requirement requirement, Subject subject, CurrentUser user) {
        var field = DealField.named(requirement.settings().getOrDefault(FIELD, ""));
        if (field.isEmpty() || !subject.isDeal()) {
            return Optional.empty();
        }
        var id = new DealId(subject.id());
        var terms = stored.of(id).orElseThrow();
        if (field.get().isFilled(terms)) {
            return Optional.empty();
        }
        var editable = user.can(Resource.DEAL, Action.EDIT, deals.require(id).responsible());
        var inputs = editable ? answers.inputs(field.get(), name(requirement), terms, user) : List.<Input>of();
        return Optional.of(new Missing(
                requirement,
                "deals.missing." + field.get().word(),
                List.of(),
                inputs,
                inputs.isEmpty() && editable ? "/deals/" + id + "/edit" : null));
    }

    @Override
    public void fulfil(Requirement requirement, Subject subject, Map<String, String> given, CurrentUser user) {
        var field =
                DealField.named(requirement.settings().getOrDefault(FIELD, "")).orElseThrow();
        answers.take(field, name(requirement), given, new DealId(subject.id()), user);
    }

    private static String name(Requirement requirement) {
        return "field-" + requirement.id();
    }
}
