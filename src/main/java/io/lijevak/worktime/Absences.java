package io.lijevak.worktime;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is away and when; one sees one's own absences and those of the people whose tasks one sees. */
@Component
public class Absences {
    private static final int MOST = 200;
    private static final String ROWS = """
            select a.id, a.person_id, p.name as person, a.first_day, a.last_day, a.kind, a.substitute_id,
              s.name as substitute, a.note, a.version
            from absence a join person p on p.id = a.person_id left join person s on s.id = a.substitute_id
            """;
    private final JdbcClient jdbc;

    Absences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Absences that have not ended before the day, the soonest first. */
    public List<Absence> from(LocalDate day, CurrentUser user) {
        var reach = Reach.of(user, Resource.TASK, Action.VIEW);
        return jdbc.sql(ROWS + "where a.last_day >= :day and (a.person_id = :me or " + reach.sql("a.person_id")
                        + ") order by a.first_day, a.id limit " + MOST)
                .param("day", day)
                .param("me", user.id())
                .params(reach.parameters())
                .query(Absences::read)
                .list();
    }

    /** Absences of these people that touch the days, both included. */
    public List<Absence> of(List<Long> people, LocalDate from, LocalDate to) {
        return jdbc.sql(ROWS + """
                        where a.person_id = any(:people) and a.last_day >= :from and a.first_day <= :to
                        order by a.first_day, a.id""")
                .param("people", people.toArray(Long[]::new))
                .param("from", from)
                .param("to", to)
                .query(Absences::read)
                .list();
    }

    /** The absence, when the user may change it. */
    public Absence require(long id, CurrentUser user) {
        var absence = jdbc.sql(ROWS + "where a.id = :id")
                .param("id", id)
                .query(Absences::read)
                .optional()
                .orElseThrow(() -> new RecordNotFound("absence", id));
        requireRight(absence.person(), user);
        return absence;
    }

    /** One enters one's own absences; those of others who may change their tasks. */
    static void requireRight(long person, CurrentUser user) {
        if (person != user.id()) {
            user.require(Resource.TASK, Action.EDIT, person);
        }
    }

    private static Absence read(ResultSet row, int number) throws SQLException {
        var substitute = row.getLong("substitute_id");
        return new Absence(
                row.getLong("id"),
                row.getLong("person_id"),
                row.getString("person"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                Absence.Kind.valueOf(row.getString("kind")),
                substitute == 0 ? null : substitute,
                row.getString("substitute"),
                row.getString("note"),
                row.getInt("version"));
    }
}
