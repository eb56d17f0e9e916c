package io.lijevak.reports;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import io.lijevak.funnel.DealsThen;
import io.lijevak.platform.Companies;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The deals of a question as a condition over a row {@code f} of facts: closed in its period, somebody's, within reach. */
@Component
class ClosedDeals {
    private final Companies companies;
    private final DealsThen then;

    ClosedDeals(Companies companies, DealsThen then) {
        this.companies = companies;
        this.then = then;
    }

    /** The rows {@code f}: the facts, or the deals as they stood on the past day of the question. */
    Table<Record> rows(PeopleQuestion question) {
        return isPast(question) ? then.rows(question.funnel(null), question.type()) : DSL.table("deal_fact f");
    }

    boolean isPast(PeopleQuestion question) {
        return then.isPast(question.funnel(null), question.type());
    }

    /** What happened before the moment that is looked at; everything when that is now. */
    Condition before(String moment, PeopleQuestion question) {
        var day = question.asOf();
        return day == null || !isPast(question)
                ? DSL.noCondition()
                : condition(
                        moment + " < {0}",
                        at(day.plusDays(1)
                                .atStartOfDay(companies.current().timeZone())
                                .toInstant()));
    }

    Condition of(PeopleQuestion question, CurrentUser eyes) {
        var zone = companies.current().timeZone();
        var responsible = field("f.responsible_id", Long.class);
        return condition(
                        """
                        f.type_id = {0} and f.state <> 'OPEN' and f.closed_at >= {1} and f.closed_at < {2}
                          and f.responsible_id is not null""",
                        val(question.type().id()),
                        at(question.period().start(zone)),
                        at(question.period().end(zone)))
                .and(Reach.of(eyes, Resource.FUNNEL, Action.VIEW).condition(responsible))
                .and(Reach.of(eyes, Resource.DEAL, Action.VIEW).condition(responsible));
    }

    private static Field<?> at(Instant instant) {
        return val(instant.atOffset(ZoneOffset.UTC));
    }
}
