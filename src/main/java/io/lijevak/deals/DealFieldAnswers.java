package io.lijevak.deals;

import io.lijevak.deals.DealChoices.Choice;
import io.lijevak.platform.Companies;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.FormReader;
import io.lijevak.platform.web.Texts;
import io.lijevak.process.Input;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Asks for a missing field of a deal, and writes what was answered as a change of the deal. */
@Component
class DealFieldAnswers {
    private final DealChoices choices;
    private final StoredTerms stored;
    private final ChangeDeal change;
    private final Companies companies;
    private final Texts texts;

    DealFieldAnswers(DealChoices choices, StoredTerms stored, ChangeDeal change, Companies companies, Texts texts) {
        this.choices = choices;
        this.stored = stored;
        this.change = change;
        this.companies = companies;
        this.texts = texts;
    }

    List<Input.Choice> fieldChoices(CurrentUser user) {
        return Stream.of(DealField.values())
                .map(field -> new Input.Choice(field.word(), texts.get(user.language(), "deals.field." + field.word())))
                .toList();
    }

    /** What to ask; empty when the field is filled on the form of the deal alone. */
    List<Input> inputs(DealField field, String name, DealTerms terms, CurrentUser user) {
        return switch (field) {
            case AMOUNT -> List.of(input(field, name, Input.Type.NUMBER, List.of()));
            case EXPECTED_CLOSE -> List.of(input(field, name, Input.Type.DATE, List.of()));
            case CUSTOMER ->
                List.of(new Input(name, "deals.requirement.customer", false, Input.Type.TEXT, List.of(), null));
            case SOURCE ->
                List.of(input(
                        field, name, Input.Type.CHOICE, asked(choices.all(user).of("source"))));
            case CONTACT -> contacts(field, name, terms, user);
            case LINES -> List.of();
        };
    }

    void take(DealField field, String name, Map<String, String> given, DealId id, CurrentUser user) {
        var before = stored.of(id).orElseThrow();
        var reader = Form.of(given).reader(companies.current().region());
        var after = filled(before, field, name, reader, user);
        reader.check();
        try {
            change.to(after, id, change.version(id), user);
        } catch (InvalidInput invalid) {
            throw new InvalidInput(
                    invalid.problems().stream().map(problem -> problem.at(name)).toList());
        }
    }

    private DealTerms filled(DealTerms terms, DealField field, String name, FormReader reader, CurrentUser user) {
        return switch (field) {
            case AMOUNT -> terms.withAmount(reader.amount(name));
            case EXPECTED_CLOSE -> terms.withExpectedClose(reader.date(name));
            case CUSTOMER -> terms.withCustomer(customer(name, reader, user));
            case CONTACT -> terms.withContact(reader.id(name));
            case SOURCE -> terms.withSource(reader.id(name));
            case LINES -> terms;
        };
    }

    private long customer(String name, FormReader reader, CurrentUser user) {
        var typed = reader.required(name);
        var found = choices.customers(typed, user);
        var exact = found.stream()
                .filter(choice -> choice.name().equalsIgnoreCase(typed))
                .toList();
        var matches = exact.size() == 1 ? exact : found;
        if (matches.size() != 1) {
            throw InvalidInput.at(
                    name,
                    matches.isEmpty() ? "deals.error.customer.none" : "deals.error.customer.several",
                    typed,
                    matches.size());
        }
        return matches.getFirst().id();
    }

    private List<Input> contacts(DealField field, String name, DealTerms terms, CurrentUser user) {
        if (terms.customer() == null) {
            return List.of();
        }
        var people = choices.contacts(terms.customer(), user);
        return people.isEmpty() ? List.of() : List.of(input(field, name, Input.Type.CHOICE, asked(people)));
    }

    private static Input input(DealField field, String name, Input.Type type, List<Input.Choice> choices) {
        return new Input(name, "deals.field." + field.word(), false, type, choices, null);
    }

    private static List<Input.Choice> asked(List<Choice> choices) {
        return choices.stream()
                .filter(Choice::current)
                .map(choice -> new Input.Choice(Long.toString(choice.id()), choice.name()))
                .toList();
    }
}
