package io.lijevak.imports;

import io.lijevak.deals.DealOutcome;
import io.lijevak.platform.SearchText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows as deals. */
@Component
class DealRecords implements Records {
    /** Where a stored deal stands is told by its ledger; a row may only carry it on. */
    private static final Set<String> STANDING =
            Set.of("type_id", "steps_version", "stage_id", "outcome", "closed_at", "loss_reason_id", "competitor_id");

    private final JdbcClient jdbc;
    private final StoredRows stored;
    private final DealLedger ledger;

    DealRecords(JdbcClient jdbc, StoredRows stored, DealLedger ledger) {
        this.jdbc = jdbc;
        this.stored = stored;
        this.ledger = ledger;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.DEALS;
    }

    @Override
    public String required() {
        return "title";
    }

    @Override
    public void index(KeyIndex index) {
        var times = Pass.Keys.over(index);
        jdbc.sql("""
                select id, external_id, title, customer_id, opened_at, amount from deal order by id""").query(row -> {
            var external = row.getString("external_id");
            if (external != null) {
                index.add("x:" + external, row.getLong("id"));
                return;
            }
            var opened = row.getTimestamp("opened_at");
            var key = naturalKey(
                    row.getString("title"),
                    row.getObject("customer_id"),
                    opened == null ? null : opened.toInstant(),
                    row.getBigDecimal("amount"));
            index.add(key + "#" + times.next(key), row.getLong("id"));
        });
    }

    /** A deal without a number of its own is known by title, customer, opening and amount. */
    static String naturalKey(
            String title, @Nullable Object customer, @Nullable Object opened, @Nullable Object amount) {
        return "d:" + SearchText.fold(title) + "|" + customer + "|" + opened + "|" + amount;
    }

    @Override
    public Draft draft(RowFields fields, Pass pass) {
        return DealDraft.of(fields, pass);
    }

    @Override
    public boolean agrees(Draft draft, Current current) {
        return CustomerRecords.isFree(draft, current, "external_id");
    }

    @Override
    public boolean compares(String column, Draft draft, Current current) {
        return switch (column) {
            case "rate" -> !current.text("currency").equals(draft.get("currency"));
            case "opened_at" -> current.text("opened_at").isEmpty();
            default -> true;
        };
    }

    @Override
    public boolean stands(String column) {
        return STANDING.contains(column);
    }

    /** The ledger is written once: what the file knows of later must not lie before it. */
    @Override
    public @Nullable RowProblem contradiction(Draft draft, Current current) {
        var opened = current.text("opened_at").isEmpty() ? draft.get("opened_at") : null;
        if (opened instanceof Instant at && known(current, "known_from").isBefore(at)) {
            return RowProblem.error("", "opened-after");
        }
        var past = draft.past();
        if (past == null || !extendsBeyondColumns(draft, current)) {
            return null;
        }
        var until = current.text("known_until").isEmpty() ? Instant.MIN : known(current, "known_until");
        var stands = place(past.route(), current);
        var early = past.entered().tailMap(stands + 1).values().stream().anyMatch(at -> at.isBefore(until))
                || past.closed() != null && past.closed().isBefore(until);
        return early ? RowProblem.error("", "before-ledger") : null;
    }

    private static Instant known(Current current, String moment) {
        var text = current.text(moment);
        return text.isEmpty() ? Instant.MAX : OffsetDateTime.parse(text).toInstant();
    }

    private static int place(StagePlan.Route route, Current current) {
        for (int i = route.stops().size() - 1; i >= 0; i--) {
            if (Long.toString(route.stops().get(i).stage()).equals(current.text("stage_id"))) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean extendsBeyondColumns(Draft draft, Current current) {
        var past = draft.past();
        if (past == null || !current.text("outcome").equals(DealOutcome.OPEN.name())) {
            return false;
        }
        var stands = place(past.route(), current);
        var sameType = current.text("type_id").equals(Long.toString(past.route().type()));
        return sameType
                && stands >= 0
                && stands <= past.reached()
                && (past.reached() > stands || past.outcome() != DealOutcome.OPEN);
    }

    @Override
    public Map<Long, Current> current(Collection<Long> ids, boolean hold) {
        if (hold) {
            jdbc.sql("select id from deal where id = any(:ids) order by id for update")
                    .param("ids", ids.toArray(Long[]::new))
                    .query(Long.class)
                    .list();
        }
        var found = new HashMap<Long, Current>();
        jdbc.sql("""
                select d.id, d.version, d.import_id, to_jsonb(d) || (
                    select jsonb_build_object('known_from', min(coalesce(v.entered_at, v.left_at)),
                      'known_until', max(coalesce(v.left_at, v.entered_at)))
                    from stage_visit v where v.deal_id = d.id) as row,
                  array(select product_id::text from deal_line l where l.deal_id = d.id) as products
                from deal d where d.id = any(:ids)""")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> stored.read(row, List.of("products")))
                .list()
                .forEach(current -> found.put(current.id(), current));
        return found;
    }

    @Override
    public List<Long> newIds(int count) {
        return NewIds.of("deal", count, jdbc);
    }

    @Override
    public void insert(List<Decision> decisions, Job job) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var decision : decisions) {
            var row = new LinkedHashMap<String, Object>();
            decision.draft().values().forEach((column, value) -> StoredRows.put(row, column, value));
            row.put("id", decision.id());
            row.put("search_text", SearchText.fold(String.valueOf(row.get("title"))));
            rows.add(row);
        }
        jdbc.sql("""
                insert into deal (id, title, search_text, type_id, steps_version, stage_id, outcome, customer_id,
                  responsible_id, source_id, amount, currency, rate, expected_close, opened_at, closed_at,
                  loss_reason_id, competitor_id, closing_note, external_id, properties, created_by, import_id)
                overriding system value
                select r.id, r.title, r.search_text, r.type_id, r.steps_version, r.stage_id, r.outcome, r.customer_id,
                  r.responsible_id, r.source_id, r.amount, r.currency, r.rate, r.expected_close, r.opened_at,
                  r.closed_at, r.loss_reason_id, r.competitor_id, r.closing_note, r.external_id,
                  coalesce(r.properties, '{}'), :by, :import
                from jsonb_populate_recordset(null::deal, cast(:rows as jsonb)) r""")
                .param("rows", stored.write(rows))
                .param("by", job.user().id())
                .param("import", job.id().value())
                .update();
    }

    @Override
    public void update(List<Map<String, Object>> rows, Job job) {
        rows.forEach(row -> row.put("search_text", SearchText.fold(String.valueOf(row.get("title")))));
        jdbc.sql("""
                update deal d set title = r.title, search_text = r.search_text, stage_id = r.stage_id,
                  outcome = r.outcome, customer_id = r.customer_id, responsible_id = r.responsible_id,
                  source_id = r.source_id, amount = r.amount, currency = r.currency, rate = r.rate,
                  expected_close = r.expected_close, opened_at = r.opened_at, closed_at = r.closed_at,
                  loss_reason_id = r.loss_reason_id, competitor_id = r.competitor_id, closing_note = r.closing_note, external_id = r.external_id,
                  properties = coalesce(r.properties, '{}'), version = d.version + 1
                from jsonb_populate_recordset(null::deal, cast(:rows as jsonb)) r
                where d.id = r.id""").param("rows", stored.write(rows)).update();
    }

    @Override
    public void attach(List<Decision> decisions, Job job) {
        ledger.write(decisions, job);
    }
}
