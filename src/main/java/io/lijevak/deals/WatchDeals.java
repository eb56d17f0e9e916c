package io.lijevak.deals;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.lijevak.files.FilesChanged;
import io.lijevak.platform.BeforeCommit;
import io.lijevak.process.DealTypeId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps deadlines and warnings of deals true: in the transaction of each change, and every hour for what comes with time. */
@Component
class WatchDeals {
    private static final Logger LOG = LoggerFactory.getLogger(WatchDeals.class);
    private static final int AT_ONCE = 2_000;
    private final JdbcClient jdbc;
    private final DealDeadlines deadlines;
    private final RiskSignals signals;
    private final ObjectProvider<ProvenStages.Kept> proven;
    private final BeforeCommit<Long> owed = new BeforeCommit<>(this::lookNow);

    WatchDeals(
            JdbcClient jdbc, DealDeadlines deadlines, RiskSignals signals, ObjectProvider<ProvenStages.Kept> proven) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.signals = signals;
        this.proven = proven;
    }

    @EventListener
    void on(DealsChanged changed) {
        look(changed.dealIds());
    }

    /** A file may be the evidence that was missing. */
    @EventListener
    void on(FilesChanged changed) {
        if (changed.subject().kind().equals("deal")) {
            look(List.of(changed.subject().id()));
        }
    }

    /** One change may tell of a deal several times; it is looked at once, as it will be committed. */
    void look(List<Long> deals) {
        owed.owe(deals);
    }

    private void lookNow(List<Long> deals) {
        parts(deals).forEach(part -> {
            var calendar = part.size() == 1 ? deadlines.recent() : deadlines.covering(part);
            prove(signals.refresh(part, calendar));
        });
    }

    /** Looks at all open deals of a type. */
    void look(DealTypeId type) {
        look(jdbc.sql("select id from deal where outcome = 'OPEN' and type_id = :type order by id")
                .param("type", type.value())
                .query(Long.class)
                .list());
    }

    /** Each part in its own transaction, so that nobody waits for all of them. */
    void lookAtAll() {
        var open = jdbc.sql("select id from deal where outcome = 'OPEN' order by id")
                .query(Long.class)
                .list();
        parts(open).forEach(part -> prove(signals.refresh(part, deadlines.covering(part))));
        LOG.info("{} open deals watched", open.size());
    }

    /** Asked for late: what proves a deal may itself tell of changes to it. */
    private void prove(List<Long> deals) {
        if (!deals.isEmpty()) {
            proven.getObject().refresh(deals);
        }
    }

    private static List<List<Long>> parts(List<Long> deals) {
        return IntStream.iterate(0, from -> from < deals.size(), from -> from + AT_ONCE)
                .mapToObj(from -> deals.subList(from, Math.min(from + AT_ONCE, deals.size())))
                .toList();
    }

    /** The hourly look. */
    @Configuration(proxyBeanMethods = false)
    static class Hourly {
        @Bean
        RecurringTask<Void> watchDealsTask(WatchDeals watch) {
            return Tasks.recurring("watch-deals", FixedDelay.of(Duration.ofHours(1)))
                    .execute((instance, context) -> watch.lookAtAll());
        }
    }
}
