package io.lijevak.reports;

import io.lijevak.funnel.LedgerDeals;
import io.lijevak.interactions.WrittenContacts;
import io.lijevak.platform.Companies;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts again what each rep did, from deals with their visits, contacts and assignments read one by one. */
@Component
class RecountReps {
    private static final double SECONDS_A_DAY = 86_400;
    private final LedgerDeals deals;
    private final WrittenContacts contacts;
    private final DSLContext sql;
    private final Companies companies;
    private final Clock clock;

    private record Promise(
            String kind,
            @Nullable Long authorId,
            long executorId,
            String state,
            @Nullable Instant promisedAt,
            @Nullable Instant reportedAt) {}

    RecountReps(LedgerDeals deals, WrittenContacts contacts, DSLContext sql, Companies companies, Clock clock) {
        this.deals = deals;
        this.contacts = contacts;
        this.sql = sql;
        this.companies = companies;
        this.clock = clock;
    }

    /** By id of the person, as the eyes see it; empty when there is too much to read. */
    Optional<Map<Long, RepWork>> of(PeopleQuestion question, CurrentUser eyes) {
        var closed = new HashMap<Long, RepWork.Deals>();
        var few = deals.each(
                question.funnel(null),
                question.type(),
                eyes,
                deal -> closed.merge(deal.responsible(), one(deal), RepWork.Deals::plus));
        var held = new HashMap<Long, RepWork.Contacts>();
        var zone = companies.current().timeZone();
        few = few
                && contacts.each(
                        question.begun().start(zone), question.begun().end(zone), eyes, contact -> add(held, contact));
        if (!few) {
            return Optional.empty();
        }
        var promised = promised(question, eyes);
        var work = new HashMap<Long, RepWork>();
        closed.forEach((person, of) -> work.put(
                person,
                new RepWork(
                        of,
                        held.getOrDefault(person, RepWork.Contacts.NONE),
                        promised.getOrDefault(person, RepWork.Assignments.NONE))));
        return Optional.of(work);
    }

    private static RepWork.Deals one(LedgerDeals.Decided deal) {
        var amount = deal.won() && deal.amount() != null ? deal.amount() : BigDecimal.ZERO;
        var seconds = deal.won() ? deal.seconds() : null;
        var days = seconds == null ? 0 : seconds / SECONDS_A_DAY;
        return new RepWork.Deals(
                deal.won() ? 1 : 0,
                deal.won() ? 0 : 1,
                deal.won() && deal.amount() != null ? 1 : 0,
                amount,
                amount.multiply(amount),
                seconds == null ? 0 : 1,
                days,
                days * days);
    }

    private static void add(Map<Long, RepWork.Contacts> held, WrittenContacts.Contact contact) {
        if (!contact.isHeld() || contact.kind().equals("NOTE")) {
            return;
        }
        var one = new RepWork.Contacts(
                contact.kind().equals("CALL") ? 1 : 0,
                contact.kind().equals("MEETING") ? 1 : 0,
                contact.kind().equals("EMAIL") ? 1 : 0,
                contact.won() ? 1 : 0);
        contact.people().forEach(person -> held.merge(person, one, RepWork.Contacts::plus));
        var responsible = contact.responsible();
        if (responsible != null) {
            held.merge(responsible, one, RepWork.Contacts::plus);
        }
    }

    private Map<Long, RepWork.Assignments> promised(PeopleQuestion question, CurrentUser eyes) {
        var zone = companies.current().timeZone();
        var from = question.begun().start(zone);
        var until = question.begun().end(zone);
        var now = clock.instant();
        var promised = new HashMap<Long, RepWork.Assignments>();
        for (var task : promises(eyes)) {
            var due = task.promisedAt();
            var reported = task.reportedAt();
            var author = task.authorId();
            if (due == null
                    || author == null
                    || author == task.executorId()
                    || !task.kind().equals("ASSIGNMENT")
                    || task.state().equals("WITHDRAWN")
                    || due.isBefore(from)
                    || !due.isBefore(until)
                    || (!due.isBefore(now) && reported == null)) {
                continue;
            }
            var late = reported == null || reported.isAfter(due);
            promised.merge(task.executorId(), new RepWork.Assignments(1, late ? 1 : 0), RepWork.Assignments::plus);
        }
        return promised;
    }

    private List<Promise> promises(CurrentUser eyes) {
        return sql.fetch(
                        "select t.kind, t.author_id, t.executor_id, t.state, t.promised_at, t.reported_at from task t where {0} and t.kind = 'ASSIGNMENT'",
                        Reach.of(eyes, Resource.TASK, Action.VIEW).condition(DSL.field("t.executor_id", Long.class)))
                .into(Promise.class);
    }
}
