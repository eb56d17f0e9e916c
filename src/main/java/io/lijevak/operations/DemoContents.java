package io.lijevak.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is there of the demo company. */
@Component
public class DemoContents {
    private final JdbcClient jdbc;

    DemoContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person of the demo company, who signs in with the demo password. */
    public record Person(
            String name,
            String email,
            String role,
            @Nullable String team) {}

    public boolean isPresent() {
        return jdbc.sql("select exists (select from demo_record)")
                .query(Boolean.class)
                .single();
    }

    public List<Person> people() {
        return jdbc.sql("""
                select p.name, p.email, p.role, t.name as team
                from demo_record d join person p on p.id = d.record_id left join team t on t.id = p.team_id
                where d.kind = 'person' order by p.id""").query(Person.class).list();
    }
}
