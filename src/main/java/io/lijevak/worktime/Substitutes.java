package io.lijevak.worktime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who does the work of somebody who is away. */
@Component
public class Substitutes {
    /** A person who is away, with nobody to stand in. */
    private static final long NOBODY = 0;

    private final JdbcClient jdbc;

    Substitutes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who does the work of the person on the day: the person when present, else the substitute, or the substitute's
     * substitute, and so on. When the chain ends with somebody who is away as well, or turns in a circle, the work stays
     * with the person.
     */
    public long standIn(long person, LocalDate day) {
        return standIns(Set.of(person), day).getOrDefault(person, person);
    }

    /** Those of the people who are away on the day and for whom somebody stands in, with who that is. */
    public Map<Long, Long> standIns(Set<Long> people, LocalDate day) {
        var away = away(day);
        var found = new HashMap<Long, Long>();
        for (var person : people) {
            var present = followed(person, away);
            if (present != person) {
                found.put(person, present);
            }
        }
        return found;
    }

    /** For whom the person does the work on the day: the person first, then everybody the person stands in for. */
    public List<Long> representedBy(long person, LocalDate day) {
        var away = away(day);
        var represented = new ArrayList<Long>();
        represented.add(person);
        away.keySet().stream()
                .filter(other -> other != person && followed(other, away) == person)
                .sorted()
                .forEach(represented::add);
        return represented;
    }

    static long followed(long person, Map<Long, Long> away) {
        var seen = new HashSet<Long>();
        var now = person;
        while (away.containsKey(now)) {
            if (!seen.add(now)) {
                return person;
            }
            now = away.get(now);
        }
        return now == NOBODY ? person : now;
    }

    /** Everybody away on the day with the substitute; one who may not act any more stands in for nobody. */
    private Map<Long, Long> away(LocalDate day) {
        var away = new HashMap<Long, Long>();
        jdbc.sql("""
                select a.person_id, coalesce(s.id, 0) from absence a
                left join person s on s.id = a.substitute_id and s.deactivated_at is null
                where a.first_day <= :day and a.last_day >= :day""").param("day", day).query(row -> {
            away.put(row.getLong(1), row.getLong(2));
        });
        return away;
    }
}
