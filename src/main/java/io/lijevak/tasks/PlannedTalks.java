package io.lijevak.tasks;

import io.lijevak.platform.Named;
import io.lijevak.platform.web.Texts;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Planned calls and meetings as entries of the calendar. */
@Component
class PlannedTalks {
    private final JdbcClient jdbc;
    private final Texts texts;

    PlannedTalks(JdbcClient jdbc, Texts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** Those planned from one moment to another, of one person or of all whom the user may see. */
    List<CalendarEntry> between(Instant from, Instant to, @Nullable Long person, CurrentUser user) {
        var reach = Reach.of(user, Resource.INTERACTION, Action.VIEW);
        return jdbc.sql("""
                select i.id, i.kind, i.subject, i.at, coalesce(i.minutes, :usual) as minutes, p.id as person_id,
                  p.name as person_name, coalesce(d.title, c.name) as about
                from interaction i left join person p on p.id = i.responsible_id
                left join deal d on d.id = i.deal_id left join customer c on c.id = i.customer_id
                where i.state = 'PLANNED' and i.at >= :from and i.at < :to
                  and (cast(:person as bigint) is null or i.responsible_id = :person)
                  and (i.responsible_id = :me or\s""" + reach.sql("i.responsible_id") + """
                )
                order by i.at, i.id limit :most""")
                .param("usual", CalendarEntry.USUAL_MINUTES)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("person", person)
                .param("me", user.id())
                .param("most", TaskCalendar.MOST)
                .params(reach.parameters())
                .query((row, number) -> entry(row, user))
                .list();
    }

    /** One without a subject is called after its kind; it is moved by whoever may change it. */
    private CalendarEntry entry(ResultSet row, CurrentUser user) throws SQLException {
        var person = (Long) row.getObject("person_id");
        var href = "/interactions/" + row.getLong("id");
        var subject = row.getString("subject");
        var kind = row.getString("kind").toLowerCase(Locale.ROOT);
        return new CalendarEntry(
                "i" + row.getLong("id"),
                "INTERACTION",
                subject.isBlank() ? texts.get(user.language(), "interactions.kind." + kind) : subject,
                row.getString("about"),
                href,
                user.can(Resource.INTERACTION, Action.EDIT, person) ? href + "/postponement" : null,
                row.getTimestamp("at").toInstant(),
                row.getInt("minutes"),
                false,
                false,
                person == null ? null : new Named(person, row.getString("person_name")));
    }
}
