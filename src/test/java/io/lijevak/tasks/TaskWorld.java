package io.lijevak.tasks;

import io.lijevak.World;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealWorld;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The founded company with two representatives, Ivan and Lana, and tasks that tests need. */
@Component
class TaskWorld {
    static final ZoneId ZAGREB = ZoneId.of("Europe/Zagreb");
    private final World world;
    private final DealWorld deals;
    private final PlanTask plan;
    private final Tasks tasks;
    private final JdbcClient jdbc;
    private @Nullable People people;

    private record People(CurrentUser admin, CurrentUser ivan, CurrentUser lana) {}

    TaskWorld(World world, DealWorld deals, PlanTask plan, Tasks tasks, JdbcClient jdbc) {
        this.world = world;
        this.deals = deals;
        this.plan = plan;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    void found() {
        people = new People(
                deals.found(),
                world.user(world.person("Ivan Perić", Role.SALES_REP)),
                world.user(world.person("Lana Božić", Role.SALES_REP)));
    }

    CurrentUser admin() {
        return Objects.requireNonNull(people).admin();
    }

    CurrentUser ivan() {
        return Objects.requireNonNull(people).ivan();
    }

    CurrentUser lana() {
        return Objects.requireNonNull(people).lana();
    }

    TaskId task(CurrentUser user, @Nullable DealId deal, Due due) {
        var id = deal == null ? null : Long.valueOf(deal.value());
        return plan.from(new TaskDraft("Nazvati kupca", null, id, null, null, due, null, false, false), user);
    }

    TaskId assignment(CurrentUser author, CurrentUser executor, Due due) {
        return plan.from(
                new TaskDraft("Pripremiti ugovor", null, null, null, executor.id(), due, null, false, false), author);
    }

    Task task(TaskId id, CurrentUser user) {
        return tasks.require(id, user);
    }

    static Due in(int days) {
        return Due.during(LocalDate.now(ZAGREB).plusDays(days), ZAGREB);
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Lets the task have been promised for another moment. */
    void promised(TaskId id, Instant at) {
        jdbc.sql("update task set promised_at = :at where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    /** When the next step of the deal is due, null when there is none. */
    @Nullable
    Instant nextStep(DealId deal) {
        return jdbc.sql("select next_step_at from deal where id = :id")
                .param("id", deal.value())
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(Timestamp::toInstant)
                .orElse(null);
    }
}
