package io.lijevak.deals;

import io.lijevak.deals.Competitors.Competitor;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The competitors known to be after a deal; each is a warning while the deal is open. */
@Component
public class Rivals {
    private final JdbcClient jdbc;
    private final Transitions transitions;
    private final Competitors competitors;
    private final DealJournal journal;

    Rivals(JdbcClient jdbc, Transitions transitions, Competitors competitors, DealJournal journal) {
        this.jdbc = jdbc;
        this.transitions = transitions;
        this.competitors = competitors;
        this.journal = journal;
    }

    public List<Competitor> of(DealId deal) {
        return jdbc.sql("""
                select c.id, c.name from deal_competitor d join competitor c on c.id = d.competitor_id
                where d.deal_id = :deal order by d.added_at, c.id""")
                .param("deal", deal.value())
                .query((row, number) -> new Competitor(row.getLong(1), row.getString(2)))
                .list();
    }

    /** Names one, on record or not yet; naming one twice changes nothing. */
    @Transactional
    public void name(DealId id, @Nullable String name, CurrentUser user) {
        var deal = transitions.begin(id, Seen.ANYTHING, user);
        deal.requireOpen();
        var competitor = competitors.resolve(null, name);
        if (competitor == null) {
            throw InvalidInput.at("competitor", "deals.error.name.missing");
        }
        var added = jdbc.sql("""
                insert into deal_competitor (deal_id, competitor_id, added_at, added_by)
                values (:deal, :competitor, :at, :by) on conflict do nothing""")
                .param("deal", id.value())
                .param("competitor", competitor.id())
                .param("at", Timestamp.from(transitions.now()))
                .param("by", user.id())
                .update();
        if (added == 1) {
            journal.write(user, id, "rivalNamed", Map.of("competitor", new Change(null, competitor.name())));
        }
    }

    @Transactional
    public void remove(DealId id, long competitor, CurrentUser user) {
        transitions.begin(id, Seen.ANYTHING, user);
        jdbc.sql("""
                with gone as (
                  delete from deal_competitor where deal_id = :deal and competitor_id = :competitor
                  returning competitor_id)
                select c.name from competitor c join gone g on g.competitor_id = c.id""")
                .param("deal", id.value())
                .param("competitor", competitor)
                .query(String.class)
                .optional()
                .ifPresent(
                        name -> journal.write(user, id, "rivalRemoved", Map.of("competitor", new Change(name, null))));
    }
}
