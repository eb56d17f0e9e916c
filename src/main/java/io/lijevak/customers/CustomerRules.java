package io.lijevak.customers;

import io.lijevak.platform.Companies;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.properties.PropertyRules;
import io.lijevak.properties.PropertyValues;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.CurrentUser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what was entered about a customer sound: lengths, tax number, phones in E.164, e-mails, country codes. */
@Component
class CustomerRules {
    static final int LONGEST_NAME = 300;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_NOTE = 20_000;
    private static final int MOST_POINTS = 50;
    private final Companies companies;
    private final PropertyRules properties;

    CustomerRules(Companies companies, PropertyRules properties) {
        this.companies = companies;
        this.properties = properties;
    }

    /** The fields as they are stored, or {@link InvalidInput} with every problem found; without their properties. */
    CustomerFields sound(CustomerFields given) {
        return sound(given, PropertyValues.NONE, new ArrayList<>());
    }

    /**
     * The fields as they are stored, or {@link InvalidInput} with every problem found.
     *
     * @param before what is stored now, null for a new customer
     */
    CustomerFields sound(CustomerFields given, @Nullable CustomerFields before, CurrentUser by) {
        var problems = new ArrayList<FieldProblem>();
        var old = before == null ? null : before.properties();
        var values = properties.sound(RecordKind.CUSTOMER, given.properties(), old, by, problems);
        return sound(given, values, problems);
    }

    private CustomerFields sound(CustomerFields given, PropertyValues values, List<FieldProblem> problems) {
        var tax = tax(given, problems);
        var sound = new CustomerFields(
                given.kind(),
                required("name", given.name(), problems),
                given.lifecycle(),
                tax.map(TaxNumber::country).orElse(null),
                tax.map(TaxNumber::value).orElse(null),
                given.sourceId(),
                given.responsibleId(),
                given.parentId(),
                Website.sound(given.website(), problems),
                text("note", given.note(), LONGEST_NOTE, problems),
                address(given.address(), problems),
                phones(given.phones(), problems),
                emails(given.emails(), problems),
                given.categoryIds().stream().distinct().toList(),
                line("externalId", given.externalId(), problems),
                values);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return sound;
    }

    /** The values of a contact person's properties as they are stored; null keeps what there is. */
    PropertyValues ofContact(
            @Nullable PropertyValues given,
            @Nullable PropertyValues before,
            CurrentUser by,
            List<FieldProblem> problems) {
        var kept = before == null ? PropertyValues.NONE : before;
        return properties.sound(RecordKind.CONTACT, given == null ? kept : given, before, by, problems);
    }

    List<String> phones(List<String> written, List<FieldProblem> problems) {
        var country = companies.current().country();
        return all(
                "phones",
                "customers.problem.phone",
                written,
                problems,
                text -> PhoneNumber.read(text, country).map(PhoneNumber::value));
    }

    List<String> emails(List<String> written, List<FieldProblem> problems) {
        return all(
                "emails",
                "customers.problem.email",
                written,
                problems,
                text -> EmailAddress.read(text).map(EmailAddress::value));
    }

    String required(String field, String value, List<FieldProblem> problems) {
        var text = text(field, value, LONGEST_NAME, problems);
        if (text == null) {
            problems.add(new FieldProblem(field, "platform.problem.required"));
        }
        return text == null ? "" : text;
    }

    @Nullable
    String line(String field, @Nullable String value, List<FieldProblem> problems) {
        return text(field, value, LONGEST_LINE, problems);
    }

    private Optional<TaxNumber> tax(CustomerFields given, List<FieldProblem> problems) {
        var written = text("taxNumber", given.taxNumber(), LONGEST_LINE, problems);
        if (written == null) {
            return Optional.empty();
        }
        var country = country("taxCountry", given.taxCountry(), problems);
        var issuer = country == null ? companies.current().country() : country;
        var tax = TaxNumber.read(issuer, written);
        if (tax.isEmpty()) {
            var key = issuer.equals("HR") ? "customers.problem.oib" : "customers.problem.tax";
            problems.add(new FieldProblem("taxNumber", key, written, issuer));
        }
        return tax;
    }

    private Address address(Address given, List<FieldProblem> problems) {
        return new Address(
                line("address.street", given.street(), problems),
                line("address.postcode", given.postcode(), problems),
                line("address.city", given.city(), problems),
                line("address.region", given.region(), problems),
                country("address.country", given.country(), problems));
    }

    private static @Nullable String country(String field, @Nullable String code, List<FieldProblem> problems) {
        var country = code == null ? "" : code.strip().toUpperCase(java.util.Locale.ROOT);
        if (!country.isEmpty() && !Countries.known(country)) {
            problems.add(new FieldProblem(field, "customers.problem.country", country));
        }
        return country.isEmpty() ? null : country;
    }

    private static @Nullable String text(
            String field, @Nullable String value, int longest, List<FieldProblem> problems) {
        var text = value == null ? "" : value.strip();
        if (text.length() > longest) {
            problems.add(new FieldProblem(field, "customers.problem.long", longest));
        }
        if (!storable(text)) {
            problems.add(new FieldProblem(field, "customers.problem.characters"));
        }
        return text.isEmpty() ? null : text;
    }

    /** PostgreSQL stores every character but NUL, and UTF-8 has no place for half a surrogate pair. */
    private static boolean storable(String text) {
        return text.indexOf('\0') < 0 && text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    private static List<String> all(
            String field,
            String problemKey,
            List<String> written,
            List<FieldProblem> problems,
            Function<String, Optional<String>> reading) {
        var values = new LinkedHashSet<String>();
        written.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(text -> reading.apply(text)
                        .ifPresentOrElse(values::add, () -> problems.add(new FieldProblem(field, problemKey, text))));
        if (values.size() > MOST_POINTS) {
            problems.add(new FieldProblem(field, "customers.problem.many", MOST_POINTS));
        }
        return List.copyOf(values);
    }
}
