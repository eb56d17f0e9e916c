package io.lijevak.deals;

import io.lijevak.platform.Conflict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says who was first, and what became of the deal, when somebody else's change won. */
@Component
class Meanwhile {
    private final JdbcClient jdbc;

    private record Last(
            String outcome,
            @Nullable String stage,
            @Nullable String person) {}

    Meanwhile(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Conflict conflict(DealId id) {
        return last(id).map(last -> new Conflict(
                        "deals.error.meanwhile." + last.outcome().toLowerCase(java.util.Locale.ROOT),
                        last.person() == null ? "?" : last.person(),
                        last.stage() == null ? "" : last.stage()))
                .orElseGet(() -> new Conflict("platform.error.stale"));
    }

    private Optional<Last> last(DealId id) {
        return jdbc.sql("""
                select d.outcome, s.name as stage, (
                  select p.name from audit_entry a join person p on p.id = a.person_id
                  where a.subject_kind = 'deal' and a.subject_id = d.id order by a.id desc limit 1) as person
                from deal d left join stage s on s.id = d.stage_id where d.id = :id""")
                .param("id", id.value())
                .query((row, number) ->
                        new Last(row.getString("outcome"), row.getString("stage"), row.getString("person")))
                .optional();
    }
}
