package io.lijevak.process;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What stages demand before they are left forward or won: what is missing, filling it on the spot, going on without. */
@Component
public class Requirements {
    private final StageRequirements stored;
    private final List<RequirementKind> kinds;
    private final List<ImpliedRequirements> implied;
    private final TypeRules types;
    private final Overrides overrides;

    Requirements(
            StageRequirements stored,
            List<RequirementKind> kinds,
            List<ImpliedRequirements> implied,
            TypeRules types,
            Overrides overrides) {
        this.stored = stored;
        this.kinds = kinds;
        this.implied = implied;
        this.types = types;
        this.overrides = overrides;
    }

    /** Everything that is demanded there: by the rules of the type first, then by the stage. */
    public List<Requirement> of(Gate gate) {
        var rules = types.of(gate.type());
        return Stream.concat(
                        implied.stream().flatMap(rule -> rule.at(gate, rules).stream()),
                        stored.of(gate.type(), gate.stepsVersion(), gate.stage()).stream())
                .toList();
    }

    /** Every requirement that is not fulfilled, in the order they were laid down. */
    public List<Missing> missing(Gate gate, CurrentUser user) {
        return of(gate).stream()
                .flatMap(requirement -> kind(requirement.kind()).missing(requirement, gate.subject(), user).stream())
                .toList();
    }

    /**
     * Fills what was answered, then refuses with every requirement that is still missing, unless somebody with the right
     * to override gives a reason.
     *
     * @return whether something was overridden
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean settle(Gate gate, Answers answers, CurrentUser user) {
        var problems = new ArrayList<FieldProblem>();
        var missing = missing(gate, user);
        var answered = missing.stream()
                .filter(one -> fulfil(one, gate, answers.given(), user, problems))
                .count();
        if (answered > 0) {
            missing = missing(gate, user);
        }
        if (missing.isEmpty() && problems.isEmpty()) {
            return false;
        }
        var overrideReason = answers.overrideReason();
        if (overrideReason == null || !problems.isEmpty()) {
            missing.stream()
                    .filter(one -> isUnsaid(one, problems))
                    .map(Requirements::problem)
                    .forEach(problems::add);
            throw new InvalidInput(problems);
        }
        overrides.record(gate, missing, overrideReason, user);
        return true;
    }

    /** The kinds a stage may demand, by name. */
    public List<RequirementKind> kinds() {
        return kinds;
    }

    /** The kind of a name; a requirement of a kind no module knows any more is an error of the installation. */
    public RequirementKind kind(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no module knows requirements of kind " + name));
    }

    private boolean fulfil(
            Missing missing, Gate gate, Map<String, String> answers, CurrentUser user, List<FieldProblem> problems) {
        var given = new HashMap<String, String>();
        missing.inputs().stream()
                .filter(input -> !answers.getOrDefault(input.name(), "").isBlank())
                .forEach(input -> given.put(input.name(), answers.get(input.name())));
        if (given.isEmpty()) {
            return false;
        }
        try {
            kind(missing.requirement().kind()).fulfil(missing.requirement(), gate.subject(), given, user);
        } catch (InvalidInput invalid) {
            problems.addAll(invalid.problems());
        }
        return true;
    }

    private static boolean isUnsaid(Missing missing, List<FieldProblem> problems) {
        return missing.inputs().stream()
                .noneMatch(input ->
                        problems.stream().anyMatch(problem -> problem.field().equals(input.name())));
    }

    private static FieldProblem problem(Missing missing) {
        var field = missing.inputs().isEmpty()
                ? "requirement-" + missing.requirement().id()
                : missing.inputs().getFirst().name();
        return new FieldProblem(field, missing.messageKey(), missing.arguments());
    }
}
