package io.lijevak.imports;

import io.lijevak.customers.TaxNumber;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a row as a customer. */
final class CustomerDraft {
    private static final Pattern WITH_TAX = Pattern.compile("(.*\\S)\\s*\\((?:OIB:?\\s*)?(\\d{11})\\)");
    private static final Pattern POSTCODE_TOWN = Pattern.compile("(?:[A-Z]{1,3}-)?(\\d{4,6})\\s+(\\p{L}.*)");
    private static final Pattern BETWEEN_PEOPLE = Pattern.compile("\\s*[;\\n]\\s*");
    private static final int NAME = 300;
    private static final int TEXT = 200;

    private final RowFields fields;
    private final Job job;
    private final Draft draft;

    private CustomerDraft(RowFields fields, Job job) {
        this.fields = fields;
        this.job = job;
        this.draft = new Draft(fields.number(), fields.problems());
    }

    static Draft of(RowFields fields, Job job) {
        return new CustomerDraft(fields, job).read();
    }

    private Draft read() {
        draft.set("external_id", fields.text(Field.EXTERNAL_ID, TEXT));
        name();
        address();
        lists();
        var kind = fields.text(Field.KIND);
        if (kind != null) {
            draft.set("kind", Headings.isWord("person", kind) ? "PERSON" : "COMPANY");
        }
        draft.set("website", fields.text(Field.WEBSITE, 500));
        draft.set("note", note());
        reference("source_id", Ref.Type.CUSTOMER_SOURCE, Field.SOURCE);
        reference("responsible_id", Ref.Type.PERSON, Field.RESPONSIBLE);
        PropertyDraft.read(fields, job, draft);
        keys();
        return draft;
    }

    private void name() {
        var name = fields.text(Field.NAME, NAME);
        var parent = fields.text(Field.PARENT, NAME);
        if (name == null && parent != null) {
            // Lists of branches name the parent itself in the parent's column of its own row.
            name = parent;
            parent = null;
        }
        var tax = fields.text(Field.TAX_NUMBER);
        if (name != null) {
            var both = WITH_TAX.matcher(name);
            if (both.matches() && tax == null) {
                name = both.group(1);
                tax = both.group(2);
            }
            draft.set("name", name);
        }
        if (tax != null) {
            taxNumber(tax);
        }
        if (parent != null && !parent.equals(name)) {
            draft.set("parent_id", new Ref(Ref.Type.CUSTOMER, parent, "", fields.heading(Field.PARENT)));
        }
    }

    private void taxNumber(String written) {
        var read = TaxNumber.read(job.company().country(), written);
        if (read.isEmpty()) {
            var column = fields.heading(fields.has(Field.TAX_NUMBER) ? Field.TAX_NUMBER : Field.NAME);
            draft.problem(RowProblem.error(column, "tax-number", written));
            return;
        }
        draft.set("tax_country", read.get().country());
        draft.set("tax_number", read.get().value());
    }

    private void address() {
        var street = fields.text(Field.STREET, TEXT);
        var city = fields.text(Field.CITY, TEXT);
        var postcode = fields.text(Field.POSTCODE, 20);
        var whole = fields.text(Field.ADDRESS, TEXT);
        if (whole != null && street == null) {
            var comma = whole.lastIndexOf(',');
            var hasPlace = city == null && comma > 0 && comma < whole.length() - 1;
            street = hasPlace ? whole.substring(0, comma).strip() : whole;
            city = hasPlace ? whole.substring(comma + 1).strip() : city;
        }
        if (city != null) {
            var both = POSTCODE_TOWN.matcher(city);
            if (both.matches()) {
                postcode = postcode == null ? both.group(1) : postcode;
                city = both.group(2).strip();
            }
        }
        draft.set("street", street);
        draft.set("postcode", postcode);
        draft.set("city", city);
        var region = fields.text(Field.REGION, TEXT);
        draft.set("region", country(region));
    }

    /** Sets the country; one that is not known is kept as region, when there is none, and told. */
    private @Nullable String country(@Nullable String region) {
        var written = fields.text(Field.COUNTRY, TEXT);
        if (written == null) {
            return region;
        }
        var code = CountryNames.code(written);
        if (code.isPresent() && !code.get().isEmpty()) {
            draft.set("country", code.get());
            return region;
        }
        draft.problem(RowProblem.warning(fields.heading(Field.COUNTRY), "country", written));
        return region == null ? written : region;
    }

    private void lists() {
        var country = job.company().country();
        fields.cells(Field.PHONE)
                .forEach((column, cell) -> ContactCells.phones(cell, country, column, draft.problems())
                        .forEach(point -> draft.add("phones", point)));
        fields.cells(Field.EMAIL)
                .forEach((column, cell) -> ContactCells.emails(cell, column, draft.problems())
                        .forEach(point -> draft.add("emails", point)));
        fields.cells(Field.CONTACT_PERSON).forEach((column, cell) -> {
            for (var person : BETWEEN_PEOPLE.split(cell.text())) {
                var name = person.replaceAll("\\s+", " ")
                        .replaceAll("[\\s,]+$", "")
                        .strip();
                if (!name.isEmpty()) {
                    draft.add("contacts", name.length() > TEXT ? name.substring(0, TEXT) : name);
                }
            }
        });
        fields.cells(Field.CATEGORY)
                .forEach((column, cell) -> draft.add(
                        "categories", new Ref(Ref.Type.CATEGORY, cell.text().replaceAll("\\s+", " "), "", column)));
    }

    private @Nullable String note() {
        var notes = fields.cells(Field.NOTE).values().stream().map(Cell::text).toList();
        return notes.isEmpty() ? null : String.join("\n", notes);
    }

    private void reference(String column, Ref.Type type, Field field) {
        var name = fields.text(field, TEXT);
        if (name != null) {
            draft.set(column, new Ref(type, name, "", fields.heading(field)));
        }
    }

    private void keys() {
        var keys = draft.keys();
        if (draft.get("external_id") instanceof String id) {
            keys.add(CustomerKeys.external(id));
        }
        if (draft.get("tax_number") instanceof String number) {
            keys.add(CustomerKeys.tax(draft.get("tax_country") + number));
        }
        if (draft.get("name") instanceof String name) {
            nameKeys(name, draft.get("city") instanceof String city ? city : "");
        }
        draft.list("emails")
                .forEach(point -> draft.looseKeys().add(CustomerKeys.contact(((Draft.Point) point).value())));
        draft.list("phones")
                .forEach(point -> draft.looseKeys().add(CustomerKeys.contact(((Draft.Point) point).value())));
    }

    private void nameKeys(String name, String city) {
        var keys = draft.keys();
        if (draft.get("parent_id") instanceof Ref parent) {
            keys.add(CustomerKeys.place(name, city, parent.name()));
        }
        keys.add(CustomerKeys.place(name, city, ""));
        if (city.isEmpty()) {
            keys.add(CustomerKeys.name(name));
        } else {
            keys.add(CustomerKeys.place(name, city));
            keys.add(CustomerKeys.place(name, "", ""));
        }
    }
}
