package io.lijevak.deals;

import io.lijevak.platform.Named;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.process.TypeRules;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what customers asked for at first; whoever may see the deal may see it. */
@Component
public class DemandLines implements PrimaryDemand {
    private static final String SELECT = """
            select l.id, l.version, l.wish, l.amount, l.currency, l.expected, l.satisfied, l.comment,
              r.id as reason_id, r.name as reason_name
            from deal_demand l left join unmet_reason r on r.id = l.reason_id
            where l.deal_id = :deal""";
    private final JdbcClient jdbc;
    private final TypeRules rules;

    DemandLines(JdbcClient jdbc, TypeRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** Whether the company records it; off, nothing of it is shown anywhere, and all is kept. */
    public boolean isRecordedAtAll() {
        return rules.recordsDemand();
    }

    @Override
    public boolean isRecorded(DealId deal) {
        return isRecordedAtAll() && !of(deal).isEmpty();
    }

    public List<DemandLine> of(DealId deal) {
        return jdbc.sql(SELECT + " order by l.position, l.id")
                .param("deal", deal.value())
                .query(DemandLines::line)
                .list();
    }

    public DemandLine require(DealId deal, long id) {
        return jdbc.sql(SELECT + " and l.id = :id")
                .param("deal", deal.value())
                .param("id", id)
                .query(DemandLines::line)
                .optional()
                .orElseThrow(() -> new RecordNotFound("demand line", id));
    }

    /** What all of it may be worth in the management currency; lines without an amount count for nothing. */
    public static BigDecimal expected(List<DemandLine> lines) {
        return lines.stream()
                .flatMap(line -> Optional.ofNullable(line.expected()).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static DemandLine line(ResultSet row, int number) throws SQLException {
        var reason = (Long) row.getObject("reason_id");
        return new DemandLine(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("wish"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getBigDecimal("expected"),
                (Integer) row.getObject("satisfied"),
                reason == null ? null : new Named(reason, row.getString("reason_name")),
                row.getString("comment"));
    }
}
