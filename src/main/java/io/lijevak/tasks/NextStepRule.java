package io.lijevak.tasks;

import io.lijevak.deals.DealId;
import io.lijevak.deals.PlannedSteps;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** No open deal without a planned next step, where the deal's type says so; elsewhere it is only asked for. */
@Component
class NextStepRule {
    private final JdbcClient jdbc;
    private final List<PlannedSteps> sources;

    /** How a deal stands with the rule. */
    enum Standing {
        /** Something else is planned, or the deal is closed. */
        PLANNED,
        /** Nothing else is planned, and it need not be. */
        ASKED,
        /** Nothing else is planned, and something must be. */
        DEMANDED
    }

    NextStepRule(JdbcClient jdbc, List<PlannedSteps> sources) {
        this.jdbc = jdbc;
        this.sources = sources;
    }

    /** What holds for the task's deal once the task is over. */
    Standing without(Task task) {
        var deal = task.about().deal();
        if (deal == null || !task.about().dealOpen() || task.kind() == TaskKind.PROCESS) {
            return Standing.PLANNED;
        }
        return standing(new DealId(deal.id()), task.id().value());
    }

    /** Whether nothing is planned for the deal and its type demands something. */
    boolean isDemanded(DealId deal) {
        var rule =
                jdbc.sql("""
                select y.needs_next_step from deal d join deal_type y on y.id = d.type_id where d.id = :deal""").param("deal", deal.value()).query(Boolean.class).single();
        return rule && standing(deal, 0) == Standing.DEMANDED;
    }

    /** Whether something is planned for the deal besides what its process asks for by itself. */
    boolean isPlanned(DealId deal) {
        return standing(deal, 0, "PROCESS") == Standing.PLANNED;
    }

    private Standing standing(DealId deal, long except) {
        return standing(deal, except, "");
    }

    private Standing standing(DealId deal, long except, String exceptKind) {
        var found = jdbc.sql("""
                select y.needs_next_step, exists (select 1 from task t where t.deal_id = d.id and t.state = 'OPEN'
                    and t.id <> :except and t.kind <> :kind and (t.due_at is not null or t.kind = 'PROCESS')) as planned
                from deal d join deal_type y on y.id = d.type_id where d.id = :deal""")
                .param("except", except)
                .param("kind", exceptKind)
                .param("deal", deal.value())
                .query((row, number) ->
                        row.getBoolean(2) ? Standing.PLANNED : row.getBoolean(1) ? Standing.DEMANDED : Standing.ASKED)
                .single();
        return found != Standing.PLANNED && isPlannedElsewhere(deal) ? Standing.PLANNED : found;
    }

    private boolean isPlannedElsewhere(DealId deal) {
        return sources.stream()
                .filter(source -> !(source instanceof TaskPlans))
                .anyMatch(source -> source.earliest(deal).isPresent());
    }
}
