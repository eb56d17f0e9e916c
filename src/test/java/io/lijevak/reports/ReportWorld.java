package io.lijevak.reports;

import io.lijevak.World;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The administrator Ana, Petra with Ivan in her team, and Mia, who is in none; writes their deals with visits, contacts
 * and assignments straight into the tables, as work would leave them.
 */
@Component
class ReportWorld {
    static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private final World world;
    private final JdbcClient jdbc;
    private long team;
    private @Nullable People people;

    private record People(PersonId ana, PersonId petra, PersonId ivan, PersonId mia) {}

    ReportWorld(World world, JdbcClient jdbc) {
        this.world = world;
        this.jdbc = jdbc;
    }

    /** Empties everything and lets these people in. */
    void found() {
        world.reset();
        team = world.team("North");
        var ana = world.person("Ana Marušić", Role.ADMINISTRATOR);
        var petra = world.person("Petra Horvat", Role.HEAD_OF_SALES, team, null);
        var ivan = world.person("Ivan Perić", Role.SALES_REP, team, petra);
        people = new People(ana, petra, ivan, world.person("Mia Novak", Role.SALES_REP));
    }

    PersonId ana() {
        return Objects.requireNonNull(people).ana();
    }

    PersonId petra() {
        return Objects.requireNonNull(people).petra();
    }

    PersonId ivan() {
        return Objects.requireNonNull(people).ivan();
    }

    PersonId mia() {
        return Objects.requireNonNull(people).mia();
    }

    /** The team of Petra and Ivan. */
    long team() {
        return team;
    }

    /** A passed or ended visit: its stage, who led it (null = not known), how it ended. */
    record Visit(long stage, @Nullable Long led, String outcome) {}

    long stage(String name, int position) {
        return id("insert into stage (name, position) values (?, ?) returning id", name, position);
    }

    long type(String name, List<Long> stages) {
        var type = id("insert into deal_type (name, mode) values (?, 'MANUAL') returning id", name);
        for (var i = 0; i < stages.size(); i++) {
            jdbc.sql("insert into deal_type_step (deal_type_id, steps_version, position, stage_id) values (?, 1, ?, ?)")
                    .params(type, i, stages.get(i))
                    .update();
        }
        return type;
    }

    long customer(String name, @Nullable Long owner) {
        return id(
                "insert into customer (kind, name, search_text, responsible_id) values ('COMPANY', ?, lower(?), ?) returning id",
                name,
                name,
                owner);
    }

    /** A deal opened the given days before it closed, which was ten days ago; a day in each stage. */
    long deal(
            long type,
            long responsible,
            @Nullable Long customer,
            @Nullable BigDecimal amount,
            int days,
            List<Visit> visits) {
        return deal(type, responsible, customer, amount, days, 10, visits);
    }

    /** The same, closed so many days ago. */
    long deal(
            long type,
            long responsible,
            @Nullable Long customer,
            @Nullable BigDecimal amount,
            int days,
            int ago,
            List<Visit> visits) {
        var closed = TODAY.minus(ago, ChronoUnit.DAYS);
        var opened = closed.minus(days, ChronoUnit.DAYS);
        var last = visits.getLast();
        var open = last.outcome().equals("OPEN");
        var deal = id(
                """
                insert into deal (title, search_text, type_id, steps_version, stage_id, outcome, responsible_id, customer_id,
                  amount, currency, rate, opened_at, closed_at, created_at)
                values ('Deal', 'deal', ?, 1, ?, ?, ?, ?, ?, 'EUR', 1, ?, ?, ?) returning id""",
                type,
                last.stage(),
                open ? "OPEN" : last.outcome(),
                responsible,
                customer,
                amount,
                at(opened),
                open ? null : at(closed),
                at(opened));
        for (var i = 0; i < visits.size(); i++) {
            var visit = visits.get(i);
            var entered = opened.plus(i, ChronoUnit.DAYS);
            var left = i == visits.size() - 1 ? closed : entered.plus(1, ChronoUnit.DAYS);
            var goesOn = visit.outcome().equals("OPEN");
            jdbc.sql("""
                    insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, left_at, outcome,
                      responsible_id, cause, recorded_at, left_recorded_at)
                    values (?, ?, 1, ?, ?, ?, ?, ?, 'MOVED', ?, ?)""")
                    .params(
                            deal,
                            i + 1,
                            visit.stage(),
                            at(entered),
                            goesOn ? null : at(left),
                            visit.outcome(),
                            visit.led(),
                            at(entered),
                            goesOn ? null : at(left))
                    .update();
        }
        return deal;
    }

    void contact(String kind, String state, long person, @Nullable Long deal, Instant when) {
        jdbc.sql("""
                insert into interaction (kind, state, at, state_at, direction, subject, search_text, deal_id,
                  responsible_id, created_at)
                values (?, ?, ?, ?, ?, 'Talk', 'talk', ?, ?, ?)""")
                .params(
                        kind,
                        state,
                        at(when),
                        at(when),
                        kind.equals("CALL") || kind.equals("EMAIL") ? "OUTGOING" : null,
                        deal,
                        person,
                        at(when))
                .update();
    }

    /** Somebody of ours takes part in the last contact. */
    void takesPart(long person) {
        jdbc.sql("insert into interaction_person select max(id), ? from interaction")
                .params(person)
                .update();
    }

    /** An assignment promised for five days ago; reported the given days later, null = not yet. */
    void assignment(long author, long executor, @Nullable Integer reportedAfter) {
        var promised = TODAY.minus(5, ChronoUnit.DAYS);
        jdbc.sql("""
                insert into task (kind, title, search_text, author_id, executor_id, due_at, promised_at, state, reported_at)
                values ('ASSIGNMENT', 'Report', 'report', ?, ?, ?, ?, ?, ?)""")
                .params(
                        author,
                        executor,
                        at(promised),
                        at(promised),
                        reportedAfter == null ? "OPEN" : "REPORTED",
                        reportedAfter == null ? null : at(promised.plus(reportedAfter, ChronoUnit.DAYS)))
                .update();
    }

    private long id(String sql, @Nullable Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
