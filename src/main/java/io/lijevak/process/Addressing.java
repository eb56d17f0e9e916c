package io.lijevak.process;

import io.lijevak.platform.Companies;
import io.lijevak.users.Role;
import io.lijevak.worktime.Substitutes;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds who is to do what a point asks for: a person, the least burdened of a role, who answers for the record or its
 * customer; whoever stands in for one who is away; a head, visibly, when there is nobody else.
 */
@Component
class Addressing {
    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final Substitutes substitutes;
    private final Companies companies;
    private final Clock clock;

    Addressing(JdbcClient jdbc, Subjects subjects, Substitutes substitutes, Companies companies, Clock clock) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.substitutes = substitutes;
        this.companies = companies;
        this.clock = clock;
    }

    /** Who is to do it, null when the company has nobody who could. */
    record Executor(@Nullable Long person, boolean fellToHead) {}

    Executor find(Addressee addressee, Subject subject) {
        var responsible = subjects.responsible(subject);
        var person = switch (addressee) {
            case Addressee.Someone someone -> Optional.of(someone.person());
            case Addressee.InRole role -> inRole(role.role(), responsible);
            case Addressee.Responsible own -> Optional.ofNullable(responsible);
            case Addressee.CustomersResponsible customers ->
                Optional.ofNullable(subjects.customersResponsible(subject)).or(() -> Optional.ofNullable(responsible));
        };
        var active = person.filter(this::isActive);
        if (active.isPresent()) {
            return new Executor(present(active.get()), false);
        }
        var head = head(person.orElse(responsible));
        return new Executor(head.map(this::present).orElse(null), head.isPresent());
    }

    /** The customer that a task of the record's process is about. */
    @Nullable
    Long customer(Subject subject) {
        return subjects.kind(subject).customer(subject.id());
    }

    /** The person, or who stands in for them today. */
    long present(long person) {
        return substitutes.standIn(person, companies.current().today(clock));
    }

    private boolean isActive(long person) {
        return jdbc.sql("select exists (select from person where id = :id and deactivated_at is null)")
                .param("id", person)
                .query(Boolean.class)
                .single();
    }

    /** Of the people in the role one of the team of who answers, with the fewest open points. */
    private Optional<Long> inRole(Role role, @Nullable Long responsible) {
        return jdbc.sql("""
                select p.id from person p
                left join person r on r.id = :responsible
                where p.role = :role and p.deactivated_at is null
                order by p.team_id is distinct from r.team_id,
                  (select count(*) from process_point o where o.executor_id = p.id and o.left_at is null), p.id
                limit 1""")
                .param("responsible", responsible)
                .param("role", role.name())
                .query(Long.class)
                .optional();
    }

    /** The nearest head above the person, else any head of sales, else an administrator. */
    private Optional<Long> head(@Nullable Long person) {
        return jdbc.sql("""
                with recursive above (id, head_id, depth) as (
                  select id, head_id, 0 from person where id = :person
                  union all
                  select p.id, p.head_id, a.depth + 1 from person p join above a on p.id = a.head_id where a.depth < 20)
                select p.id from person p
                left join above a on a.id = p.id and a.depth > 0
                left join person o on o.id = :person
                where p.deactivated_at is null and (a.id is not null or p.role in ('HEAD_OF_SALES', 'ADMINISTRATOR'))
                order by a.depth nulls last, p.role = 'ADMINISTRATOR', p.team_id is distinct from o.team_id, p.id
                limit 1""").param("person", person).query(Long.class).optional();
    }
}
