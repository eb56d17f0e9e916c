package io.lijevak.tasks;

import io.lijevak.users.AccessEnded;
import io.lijevak.users.People;
import io.lijevak.users.Person;
import io.lijevak.users.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives the open tasks of somebody who may not act any more to their head, so that nothing waits unseen. */
@Component
class OwnersGone {
    private final JdbcClient jdbc;
    private final People people;
    private final TaskHands hands;

    OwnersGone(JdbcClient jdbc, People people, TaskHands hands) {
        this.jdbc = jdbc;
        this.people = people;
        this.hands = hands;
    }

    @EventListener
    void on(AccessEnded ended) {
        hands.inherit(ended.person().value(), heir(ended.person()));
    }

    /** The nearest active head, else a head of sales of the same team, else an administrator. */
    private @Nullable Long heir(PersonId gone) {
        var head = people.find(gone).map(Person::head).orElse(null);
        for (var level = 0; head != null && level < 20; level++) {
            var found = people.find(new PersonId(head)).orElse(null);
            if (found == null || found.active()) {
                return found == null ? null : head;
            }
            head = found.head();
        }
        return jdbc.sql("""
                select id from person where deactivated_at is null and id <> :gone
                  and (role = 'ADMINISTRATOR' or role = 'HEAD_OF_SALES'
                    and team_id = (select team_id from person where id = :gone))
                order by role = 'ADMINISTRATOR', id limit 1""")
                .param("gone", gone.value())
                .query(Long.class)
                .optional()
                .orElse(null);
    }
}
