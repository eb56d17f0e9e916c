package io.lijevak.imports;

import io.lijevak.customers.TaxNumber;
import io.lijevak.deals.DealOutcome;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a row as a deal and its known past. */
final class DealDraft {
    private static final Pattern WITH_TAX = Pattern.compile("(.*\\S)\\s*\\((?:OIB:?\\s*)?(\\d{11})\\)");
    private static final int TEXT = 300;
    private final RowFields fields;
    private final Pass pass;
    private final Job job;
    private final Draft draft;

    private DealDraft(RowFields fields, Pass pass) {
        this.fields = fields;
        this.pass = pass;
        this.job = pass.job();
        this.draft = new Draft(fields.number(), fields.problems());
    }

    static Draft of(RowFields fields, Pass pass) {
        return new DealDraft(fields, pass).read();
    }

    private Draft read() {
        draft.set("external_id", fields.text(Field.EXTERNAL_ID, TEXT));
        references();
        title();
        var opened = passed(fields.date(Field.OPENED), fields.heading(Field.OPENED));
        money(opened);
        past(opened);
        var expected = fields.date(Field.EXPECTED_CLOSE);
        draft.set("expected_close", expected == null ? null : expected.toLocalDate());
        var notes = fields.cells(Field.NOTE).values().stream().map(Cell::text).toList();
        draft.set("closing_note", notes.isEmpty() ? null : String.join("\n", notes));
        PropertyDraft.read(fields, job, draft);
        keys();
        return draft;
    }

    private void references() {
        reference("responsible_id", Ref.Type.PERSON, Field.RESPONSIBLE);
        reference("source_id", Ref.Type.CUSTOMER_SOURCE, Field.SOURCE);
        var product = fields.text(Field.PRODUCT, TEXT);
        if (product != null) {
            draft.add(
                    "products",
                    new Draft.Line(
                            new Ref(Ref.Type.PRODUCT, product, "", fields.heading(Field.PRODUCT)),
                            fields.number(Field.AMOUNT)));
        }
        customer();
    }

    private void customer() {
        var name = fields.text(Field.CUSTOMER, TEXT);
        var tax = fields.text(Field.CUSTOMER_TAX_NUMBER);
        if (name == null) {
            return;
        }
        var both = WITH_TAX.matcher(name);
        if (both.matches()) {
            name = both.group(1);
            tax = both.group(2);
        }
        var detail = "";
        if (tax != null) {
            var read = TaxNumber.read(job.company().country(), tax);
            detail = read.map(number -> number.country() + number.value()).orElse("");
            if (read.isEmpty()) {
                draft.problem(RowProblem.warning(fields.heading(Field.CUSTOMER), "customer-tax-number", tax));
            }
        }
        draft.set("customer_id", new Ref(Ref.Type.CUSTOMER, name, detail, fields.heading(Field.CUSTOMER)));
    }

    private void reference(String column, Ref.Type type, Field field) {
        var name = fields.text(field, TEXT);
        if (name != null) {
            draft.set(column, new Ref(type, name, "", fields.heading(field)));
        }
    }

    /** Why and to whom a deal was lost, of lost deals alone. */
    private void loss(DealOutcome outcome) {
        if (outcome == DealOutcome.LOST) {
            reference("loss_reason_id", Ref.Type.LOSS_REASON, Field.LOSS_REASON);
            reference("competitor_id", Ref.Type.COMPETITOR, Field.COMPETITOR);
            return;
        }
        for (var field : new Field[] {Field.LOSS_REASON, Field.COMPETITOR}) {
            if (!fields.cell(field).isEmpty()) {
                draft.problem(RowProblem.warning(fields.heading(field), "not-lost"));
            }
        }
    }

    private void title() {
        var title = fields.text(Field.TITLE, TEXT);
        if (title != null) {
            draft.set("title", title);
            return;
        }
        var product = fields.text(Field.PRODUCT, TEXT / 2);
        var customer = draft.get("customer_id") instanceof Ref ref ? ref.name() : null;
        var made = product != null && customer != null
                ? product + " – " + customer
                : product != null ? product : customer != null ? customer : fields.text(Field.EXTERNAL_ID, TEXT);
        draft.set("title", made);
    }

    private void money(@Nullable LocalDateTime opened) {
        var amount = fields.number(Field.AMOUNT);
        if (amount != null) {
            draft.written(amount);
            draft.set("amount", AmountSums.cents(amount));
            if (amount.stripTrailingZeros().scale() > 2) {
                draft.problem(RowProblem.warning(fields.heading(Field.AMOUNT), "rounded", amount.toPlainString()));
            }
        }
        var currency = Amounts.currency(fields, job);
        if (currency == null) {
            return;
        }
        var rate = job.setting().rates().on(opened == null ? null : opened.toLocalDate(), currency);
        if (rate == null) {
            draft.problem(RowProblem.error(fields.heading(Field.CURRENCY), "rate", currency));
            return;
        }
        draft.set("currency", currency);
        draft.set("rate", rate);
    }

    private void past(@Nullable LocalDateTime opened) {
        var type = fields.text(Field.DEAL_TYPE);
        var plan = pass.plan();
        var route = plan == null ? null : plan.route(type);
        if (route == null) {
            draft.problem(RowProblem.error(fields.heading(Field.DEAL_TYPE), "deal-type", String.valueOf(type)));
            return;
        }
        var stage = fields.text(Field.STAGE);
        var outcome = outcome(stage);
        var named = stage == null || OutcomeWords.read(stage).isPresent() ? -1 : route.indexOf(stage);
        if (stage != null && named < 0 && OutcomeWords.read(stage).isEmpty()) {
            draft.problem(RowProblem.error(fields.heading(Field.STAGE), "stage", stage, route.name()));
            return;
        }
        var entered = entered(route, named, opened);
        var furthest = entered.isEmpty() ? 0 : entered.lastKey();
        var reached =
                named >= 0 ? named : outcome == DealOutcome.WON ? route.stops().size() - 1 : furthest;
        write(route, reached, entered, outcome, opened);
    }

    private DealOutcome outcome(@Nullable String stage) {
        var written = fields.text(Field.OUTCOME);
        if (written != null) {
            var outcome = OutcomeWords.read(written);
            if (outcome.isEmpty()) {
                draft.problem(RowProblem.error(fields.heading(Field.OUTCOME), "outcome", written));
            }
            return outcome.orElse(DealOutcome.OPEN);
        }
        return stage == null ? DealOutcome.OPEN : OutcomeWords.read(stage).orElse(DealOutcome.OPEN);
    }

    /** Known entries by place of the stage; dates beyond the stage reached say that the deal went back, and are left. */
    private TreeMap<Integer, Instant> entered(StagePlan.Route route, int named, @Nullable LocalDateTime opened) {
        var entered = new TreeMap<Integer, Instant>();
        fields.stageDates().forEach((stage, date) -> {
            var place = route.indexOf(stage);
            var passed = passed(date, stage);
            if (passed != null && place >= 0 && (named < 0 || place <= named)) {
                entered.put(place, instant(passed));
            } else if (passed != null) {
                draft.problem(RowProblem.warning(fields.heading(Field.STAGE), "stage-date-beyond", stage));
            }
        });
        if (opened != null) {
            var first = entered.putIfAbsent(0, instant(opened));
            if (first != null && first.isBefore(instant(opened))) {
                draft.problem(RowProblem.error(fields.heading(Field.OPENED), "opened-after"));
            }
        }
        Instant before = null;
        for (var at : entered.values()) {
            if (before != null && at.isBefore(before)) {
                draft.problem(RowProblem.error(fields.heading(Field.STAGE), "stage-dates-order"));
                break;
            }
            before = at;
        }
        return entered;
    }

    private void write(
            StagePlan.Route route,
            int reached,
            TreeMap<Integer, Instant> entered,
            DealOutcome outcome,
            @Nullable LocalDateTime opened) {
        loss(outcome);
        var closedDate = passed(fields.date(Field.CLOSED), fields.heading(Field.CLOSED));
        var closed = closedDate == null || outcome == DealOutcome.OPEN ? null : instant(closedDate);
        if (closedDate != null && outcome == DealOutcome.OPEN) {
            draft.problem(RowProblem.warning(fields.heading(Field.CLOSED), "closed-while-open"));
        }
        if (closed != null
                && !entered.isEmpty()
                && closed.isBefore(entered.lastEntry().getValue())) {
            draft.problem(RowProblem.error(fields.heading(Field.CLOSED), "closed-before"));
        }
        draft.set("type_id", route.type());
        draft.set("steps_version", route.stepsVersion());
        draft.set("stage_id", route.stops().get(reached).stage());
        draft.set("outcome", outcome.name());
        // Without an opening date the earliest known one: the deal existed by then at the latest.
        draft.set(
                "opened_at",
                opened != null
                        ? instant(opened)
                        : entered.isEmpty() ? null : entered.firstEntry().getValue());
        draft.set("closed_at", closed);
        draft.past(new Draft.DealPast(route, reached, entered, outcome, closed));
    }

    /** The date, unless it lies in the future: then it tells of a plan, and what happened is not known. */
    private @Nullable LocalDateTime passed(@Nullable LocalDateTime date, String column) {
        if (date == null || !date.toLocalDate().isAfter(job.setting().today())) {
            return date;
        }
        draft.problem(RowProblem.warning(column, "future", date.toLocalDate()));
        return null;
    }

    private Instant instant(LocalDateTime date) {
        return date.atZone(job.company().timeZone()).toInstant();
    }

    private void keys() {
        if (draft.get("external_id") instanceof String id) {
            draft.keys().add("x:" + id);
        }
    }
}
