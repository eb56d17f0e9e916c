package io.lijevak.deals;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down how likely the one who leads a deal thinks a win is; no stage and no statistic changes it. */
@Component
public class EstimateDeal {
    private final JdbcClient jdbc;
    private final Deals deals;
    private final DealJournal journal;

    EstimateDeal(JdbcClient jdbc, Deals deals, DealJournal journal) {
        this.jdbc = jdbc;
        this.deals = deals;
        this.journal = journal;
    }

    /** Keeps the estimate, 0 to 100 percent, null = none any more; of open deals only. */
    @Transactional
    public void at(@Nullable Integer percent, DealId id, CurrentUser user) {
        var deal = deals.require(id);
        user.require(Resource.DEAL, Action.EDIT, deal.responsible());
        if (deal.outcome() != DealOutcome.OPEN) {
            throw new Conflict("deals.error.closed." + deal.outcome().word());
        }
        if (percent != null && (percent < 0 || percent > 100)) {
            throw InvalidInput.at("ownEstimate", "deals.error.ownEstimate");
        }
        var before = before(id);
        if (!Objects.equals(before, percent)) {
            jdbc.sql("update deal set own_estimate = :percent where id = :id")
                    .param("percent", percent)
                    .param("id", id.value())
                    .update();
            journal.write(user, id, "estimated", Map.of("ownEstimate", new Change(text(before), text(percent))));
        }
    }

    private @Nullable Integer before(DealId id) {
        return jdbc.sql("select own_estimate from deal where id = :id for update")
                .param("id", id.value())
                .query((row, number) -> row.getObject(1, Integer.class))
                .list()
                .getFirst();
    }

    private static @Nullable String text(@Nullable Integer percent) {
        return percent == null ? null : percent + " %";
    }
}
