package io.lijevak.deals;

import io.lijevak.process.Actor;
import io.lijevak.process.Processes;
import io.lijevak.process.Subject;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.CurrentUsers;
import io.lijevak.users.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins, or leads on, the process of one deal where the deal stands, in the name of who recorded the deal. */
@Component
class BeginMissingRun {
    private final Deals deals;
    private final DealSubject subject;
    private final Processes processes;
    private final CurrentUsers users;
    private final JdbcClient jdbc;

    BeginMissingRun(Deals deals, DealSubject subject, Processes processes, CurrentUsers users, JdbcClient jdbc) {
        this.deals = deals;
        this.subject = subject;
        this.processes = processes;
        this.users = users;
        this.jdbc = jdbc;
    }

    /** Whether the process was begun; one that is on its way follows the deal to where an import took it. */
    @Transactional
    boolean of(DealId id, Instant now) {
        subject.hold(id.value());
        var deal = deals.find(id).orElse(null);
        if (deal == null) {
            return false;
        }
        var about = Subject.deal(id.value());
        var actor = new Actor(actor(id), since(deal, now), true);
        var stage = deal.stage();
        if (deal.outcome() != DealOutcome.OPEN) {
            processes.stop(about, actor);
        } else if (!processes.isRunning(about)) {
            processes.begin(about, deal.type(), deal.stepsVersion(), stage, actor);
            return true;
        } else if (stage != null && !processes.standsAt(about, stage)) {
            processes.sendBack(about, stage, actor);
        }
        return false;
    }

    /** Norms run from when the deal came to its stage, where that is known. */
    private static Instant since(Deal deal, Instant now) {
        var visit = deal.ledger().last();
        var entered = visit == null || deal.outcome() != DealOutcome.OPEN ? null : visit.enteredAt();
        return entered == null || entered.isAfter(now) ? now : entered;
    }

    private CurrentUser actor(DealId id) {
        return jdbc.sql("""
                select p.id from person p
                left join stage_visit v on v.recorded_by = p.id and v.deal_id = :deal
                where p.deactivated_at is null and (v.seq is not null or p.role = 'ADMINISTRATOR')
                order by v.seq nulls last, p.id limit 1""")
                .param("deal", id.value())
                .query(Long.class)
                .optional()
                .flatMap(person -> Optional.of(users.find(new PersonId(person)).orElseThrow()))
                .orElseThrow();
    }
}
