package io.lijevak.deals;

import io.lijevak.platform.Companies;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
import io.lijevak.process.DealTypes;
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

/** Requires at least one line of primary demand: of a stage, or of the first stage of a type that records it. */
@Component
class DemandRequirement implements RequirementKind, ImpliedRequirements {
    private static final long OF_TYPE = -2;
    private final DemandLines lines;
    private final KeepDemand keep;
    private final DealTypes types;
    private final Companies companies;

    DemandRequirement(DemandLines lines, KeepDemand keep, DealTypes types, Companies companies) {
        this.lines = lines;
        this.keep = keep;
        this.types = types;
        this.companies = companies;
    }

    @Override
    public List<Requirement> at(Gate gate, TypeRules.Rules rules) {
        return gate.subject().isDeal()
                        && rules.demand()
                        && types.require(gate.type(), gate.stepsVersion()).indexOf(gate.stage()) == 0
                ? List.of(new Requirement(OF_TYPE, name(), Map.of()))
                : List.of();
    }

    @Override
    public String name() {
        return "demand";
    }

    @Override
    public List<Input> settings(CurrentUser user) {
        return List.of();
    }

    @Override
    public List<FieldProblem> problems(Map<String, String> settings) {
        return List.of();
    }

    /** Where the company does not record demand, nothing is missing. */
    @Override
    public Optional<Missing> missing(Requirement requirement, Subject subject, CurrentUser user) {
        if (!subject.isDeal()
                || !lines.isRecordedAtAll()
                || !lines.of(new DealId(subject.id())).isEmpty()) {
            return Optional.empty();
        }
        var name = name(requirement);
        return Optional.of(new Missing(
                requirement,
                "deals.missing.demand",
                List.of(),
                List.of(
                        new Input(name + "-wish", "deals.demand.wish", false, Input.Type.LONG_TEXT, List.of(), null),
                        new Input(name + "-amount", "deals.demand.amount", false, Input.Type.NUMBER, List.of(), null)),
                "/deals/" + subject.id() + "/demand"));
    }

    @Override
    public void fulfil(Requirement requirement, Subject subject, Map<String, String> answers, CurrentUser user) {
        var name = name(requirement);
        var reader = Form.of(answers).reader(companies.current().region());
        var wish = reader.required(name + "-wish");
        var amount = reader.amount(name + "-amount");
        reader.check();
        try {
            keep.add(
                    new DealId(subject.id()),
                    DemandLine.Fields.wish(wish, amount, companies.current().currency()),
                    user);
        } catch (InvalidInput invalid) {
            throw new InvalidInput(invalid.problems().stream()
                    .map(problem -> problem.at(name + "-" + problem.field()))
                    .toList());
        }
    }

    private static String name(Requirement requirement) {
        return "demand-" + requirement.id();
    }
}
