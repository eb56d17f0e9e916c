package io.lijevak.deals;

import io.lijevak.process.ChangeStepRules;
import io.lijevak.process.DealType;
import io.lijevak.process.StageId;
import io.lijevak.process.StepEvent;
import io.lijevak.process.StepEvent.Kind;
import io.lijevak.process.StepEvent.Unit;
import io.lijevak.process.StepRules;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The founded company whose stages demand nothing, what they plan, and what came of it. */
@Component
class StageEventWorld {
    private final DealWorld deals;
    private final ChangeStepRules rules;
    private final JdbcClient jdbc;
    private @Nullable CurrentUser admin;

    StageEventWorld(DealWorld deals, ChangeStepRules rules, JdbcClient jdbc) {
        this.deals = deals;
        this.rules = rules;
        this.jdbc = jdbc;
    }

    CurrentUser found() {
        admin = deals.found();
        jdbc.sql("delete from step_requirement").update();
        return admin;
    }

    /** Lets the stage plan these. */
    void plan(DealType type, int place, StepEvent... planned) {
        rules.to(
                new StepRules(null, null, List.of(), List.of(), List.of(planned)),
                type.id(),
                type.version(),
                stage(place),
                Objects.requireNonNull(admin));
    }

    /** Stages bear the numbers of their places at first. */
    static StageId stage(int place) {
        return new StageId(place);
    }

    static StepEvent task(String title, @Nullable String addressee) {
        return event(Kind.TASK, title, addressee);
    }

    static StepEvent call(String title) {
        return event(Kind.CALL, title, null);
    }

    static StepEvent event(Kind kind, String title, @Nullable String addressee) {
        return new StepEvent(kind, title, addressee, 2, Unit.DAYS);
    }

    /** The tasks and contacts that stages planned, each with its state. */
    List<String> raised() {
        return jdbc.sql("""
                select title || ' ' || state from task where source_key like 'entry-%'
                union all select subject || ' ' || state from interaction where source_key like 'entry-%'
                order by 1""").query(String.class).list();
    }

    /** The states of the deal's tasks. */
    List<String> stateOf(DealId deal) {
        return jdbc.sql("select state from task where deal_id = :deal and (source_key like 'entry-%' or point_id > 0)")
                .param("deal", deal.value())
                .query(String.class)
                .list();
    }
}
