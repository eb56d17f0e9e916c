package io.lijevak.customers;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers are filed under and who answers for them, for filters and forms: read in one statement. */
@Component
public class References {
    private final JdbcClient jdbc;

    References(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A choice: its id, its name, whether it may still be chosen anew. */
    public record Choice(long id, String name, boolean current) {}

    private record Row(String kind, long id, String name, boolean current) {}

    /** All choices, the retired ones too, for filters must still find by them. */
    public record All(List<Choice> sources, List<Choice> categories, List<Choice> people, List<Choice> teams) {}

    public All all() {
        var rows = jdbc.sql("""
                select 'source' as kind, id, name, retired_at is null as current, position from customer_source
                union all select 'category', id, name, retired_at is null, 0 from customer_category
                union all select 'person', id, name, deactivated_at is null, 0 from person
                union all select 'team', id, name, archived_at is null, 0 from team
                order by kind, position, name""").query(Row.class).list();
        return new All(of("source", rows), of("category", rows), of("person", rows), of("team", rows));
    }

    private static List<Choice> of(String kind, List<Row> rows) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind))
                .map(row -> new Choice(row.id(), row.name(), row.current()))
                .toList();
    }
}
