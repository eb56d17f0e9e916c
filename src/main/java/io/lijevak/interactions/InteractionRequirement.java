package io.lijevak.interactions;

import io.lijevak.interactions.InteractionFields.Circle;
import io.lijevak.platform.Companies;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
import io.lijevak.process.Input;
import io.lijevak.process.Missing;
import io.lijevak.process.Requirement;
import io.lijevak.process.RequirementKind;
import io.lijevak.process.Subject;
import io.lijevak.users.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requires so many contacts of a kind, held or planned, since the stage was entered or at all. */
@Component
class InteractionRequirement implements RequirementKind {
    private final RequiredContacts contacts;
    private final RequirementWords words;
    private final RecordInteraction record;
    private final Companies companies;
    private final Clock clock;

    InteractionRequirement(
            RequiredContacts contacts,
            RequirementWords words,
            RecordInteraction record,
            Companies companies,
            Clock clock) {
        this.contacts = contacts;
        this.words = words;
        this.record = record;
        this.companies = companies;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "interaction";
    }

    @Override
    public List<Input> settings(CurrentUser user) {
        return words.settings(user);
    }

    @Override
    public List<FieldProblem> problems(Map<String, String> settings) {
        return WantedContacts.problems(settings);
    }

    @Override
    public Optional<Missing> missing(Requirement requirement, Subject subject, CurrentUser user) {
        if (!subject.isDeal()) {
            return Optional.empty();
        }
        var wanted = WantedContacts.of(requirement.settings());
        var found = contacts.count(wanted, subject.id(), clock.instant());
        if (found >= wanted.count()) {
            return Optional.empty();
        }
        var key = "interactions.missing." + wanted.state().word();
        return Optional.of(new Missing(
                requirement,
                key,
                List.of(wanted.kind() == null ? "any" : wanted.kind().word(), wanted.count() - found),
                words.inputs(name(requirement), wanted, user),
                "/interactions/of-deal/" + subject.id() + "?kind="
                        + (wanted.kind() == null ? InteractionKind.CALL : wanted.kind()).word() + "&state="
                        + wanted.state().word()));
    }

    @Override
    public void fulfil(Requirement requirement, Subject subject, Map<String, String> answers, CurrentUser user) {
        var wanted = WantedContacts.of(requirement.settings());
        var name = name(requirement);
        var reader = Form.of(answers).reader(companies.current().region());
        var kind = wanted.kind() == null
                ? Optional.ofNullable(reader.choice(name + "-kind", InteractionKind.class))
                        .orElse(InteractionKind.CALL)
                : wanted.kind();
        var planned = wanted.state() == InteractionState.PLANNED;
        var typed = planned ? reader.dateTime(name + "-at") : null;
        var at = typed == null
                ? clock.instant()
                : typed.atZone(companies.current().timeZone()).toInstant();
        var said = reader.text(name + "-said");
        if (planned && typed == null && reader.problems().isEmpty()) {
            reader.problem(name + "-at", "platform.problem.required");
        }
        if (!planned && said == null) {
            reader.problem(name + "-said", "interactions.error.result");
        }
        reader.check();
        write(name, fields(kind, at, said, planned, subject, user), planned, user);
    }

    private void write(String name, InteractionFields fields, boolean planned, CurrentUser user) {
        try {
            record.with(fields, planned ? InteractionState.PLANNED : InteractionState.HELD, null, user);
        } catch (InvalidInput invalid) {
            throw new InvalidInput(invalid.problems().stream()
                    .map(problem -> new FieldProblem(
                            name + (problem.field().equals("at") && planned ? "-at" : "-said"),
                            problem.messageKey(),
                            problem.arguments()))
                    .toList());
        }
    }

    private static InteractionFields fields(
            InteractionKind kind,
            Instant at,
            @Nullable String said,
            boolean planned,
            Subject subject,
            CurrentUser user) {
        var subjectLine = said == null ? "" : said.lines().findFirst().orElse("");
        var shortened = subjectLine.substring(0, Math.min(subjectLine.length(), InteractionRules.LONGEST_SUBJECT));
        var circle = new Circle(null, subject.id(), List.of(), List.of());
        return new InteractionFields(
                Occasion.of(kind, new Occasion.Parts(null, null, null, null, null)),
                at,
                planned || kind == InteractionKind.EMAIL ? shortened : "",
                null,
                planned ? null : said,
                Importance.NORMAL,
                circle,
                user.id());
    }

    private static String name(Requirement requirement) {
        return "interaction-" + requirement.id();
    }
}
