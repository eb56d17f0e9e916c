package io.lijevak.tasks;

import io.lijevak.deals.ClosingWithdrawn;
import io.lijevak.deals.DealClosed;
import io.lijevak.deals.DealId;
import io.lijevak.deals.ResultsRecorded;
import io.lijevak.platform.Companies;
import io.lijevak.platform.web.Texts;
import io.lijevak.worktime.WorkingTime;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is to be done after a deal is closed: record its results, try to win the customer back, ask for the next need.
 * Each is raised once a closing, in the transaction of the event.
 */
@Component
class ClosingTasks {
    private static final int DAYS_FOR_RESULTS = 2;
    private final TaskStore store;
    private final SourcedTasks sourced;
    private final WorkingTime time;
    private final Companies companies;
    private final Texts texts;

    ClosingTasks(TaskStore store, SourcedTasks sourced, WorkingTime time, Companies companies, Texts texts) {
        this.store = store;
        this.sourced = sourced;
        this.time = time;
        this.companies = companies;
        this.texts = texts;
    }

    @EventListener
    void on(DealClosed closed) {
        var due = new Due(time.plusDays(closed.at(), DAYS_FOR_RESULTS), false);
        var title = words("tasks.closing." + closed.outcome(), closed.title());
        raise("results-" + closed.closing(), title, closed.deal(), closed.followUp(), due);
        sourced.completeAt("results-" + closed.closing(), "/deals/" + closed.deal() + "/results");
        raiseOn(
                closed.winBack(),
                "win-back-" + closed.closing(),
                words("tasks.closing.winBack", closed.title()),
                closed.deal(),
                closed.followUp());
    }

    @EventListener
    void on(ClosingWithdrawn withdrawn) {
        sourced.end("results-" + withdrawn.closing(), TaskState.WITHDRAWN, null);
        sourced.end("win-back-" + withdrawn.closing(), TaskState.WITHDRAWN, null);
        sourced.end("next-need-" + withdrawn.closing(), TaskState.WITHDRAWN, null);
    }

    @EventListener
    void on(ResultsRecorded recorded) {
        sourced.end("results-" + recorded.closing(), TaskState.DONE, recorded.by());
        raiseOn(
                recorded.nextNeed(),
                "next-need-" + recorded.closing(),
                words("tasks.closing.nextNeed", recorded.title()),
                recorded.deal(),
                recorded.followUp());
    }

    private void raiseOn(@Nullable LocalDate day, String source, String title, DealId deal, long executor) {
        if (day != null) {
            raise(source, title, deal, executor, Due.during(day, time.zone()));
        }
    }

    private void raise(String source, String title, DealId deal, long executor, Due due) {
        var draft = new TaskDraft(title, null, deal.value(), null, executor, due, null, false, true);
        store.insert(new TaskStore.Row(TaskKind.MANUAL, draft, executor, null, source));
    }

    /** In the company's language: a task is a record, read by whoever has it. */
    private String words(String key, String deal) {
        var title = texts.get(companies.current().language(), key, deal);
        return title.length() > TaskRules.LONGEST_TITLE ? title.substring(0, TaskRules.LONGEST_TITLE) : title;
    }
}
