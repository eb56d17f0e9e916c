package io.lijevak.reports;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import io.lijevak.funnel.FunnelStage;
import io.lijevak.platform.KeptAnswers;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import io.lijevak.users.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many calls, meetings and e-mails a result costs each rep: for a stage, those held about the rep's deals before they
 * first entered it (of deals that never did: all) ÷ the deals that entered it; for a win, all of them ÷ the won deals.
 * What went into deals that came to nothing is so part of the price.
 */
@Component
public class ShowEffort {
    private final DSLContext sql;
    private final ClosedDeals closed;
    private final AskPeople people;
    private final KeptAnswers answers;

    private record Asked(PeopleQuestion question, Set<Scope> scopes, Set<Long> people, long user) {}

    private record Row(
            long person, @Nullable Long stage, @Nullable String kind, long n) {}

    ShowEffort(DSLContext sql, ClosedDeals closed, AskPeople people, KeptAnswers answers) {
        this.sql = sql;
        this.closed = closed;
        this.people = people;
        this.answers = answers;
    }

    /** Contacts by kind, and the results they were held for. */
    public record Price(long results, long calls, long meetings, long emails) {
        static final Price NONE = new Price(0, 0, 0, 0);

        public long contacts() {
            return calls + meetings + emails;
        }

        /** Contacts for each result; null without a result. */
        public @Nullable Double each() {
            return each(contacts());
        }

        /** So many contacts of one kind for each result. */
        public @Nullable Double each(long contacts) {
            return results == 0 ? null : (double) contacts / results;
        }

        Price plus(Price other) {
            return new Price(
                    results + other.results, calls + other.calls, meetings + other.meetings, emails + other.emails);
        }
    }

    /** A rep: the price of reaching each stage in the order of the type, and that of a win. */
    public record Rep(long id, String name, List<Price> stages, Price win) {}

    /** The reps one may see, by name, over the stages of the type after its first. */
    public record Effort(List<FunnelStage> stages, List<Rep> reps, Rep all) {}

    /** The prices; only of deals, and of contacts about them, that the user may see. */
    public Effort of(PeopleQuestion question, CurrentUser user) {
        user.require(Resource.FUNNEL, Action.VIEW);
        var scopes = Set.copyOf(List.of(
                user.scope(Resource.FUNNEL, Action.VIEW),
                user.scope(Resource.DEAL, Action.VIEW),
                user.scope(Resource.INTERACTION, Action.VIEW)));
        var all = scopes.equals(Set.of(Scope.ALL));
        return answers.get(
                new Asked(question, scopes, all ? Set.of() : user.people(), all ? 0 : user.id()),
                () -> effort(question, user));
    }

    private Effort effort(PeopleQuestion question, CurrentUser user) {
        var steps = question.type().steps();
        var later = steps.subList(Math.min(1, steps.size()), steps.size());
        var prices = new HashMap<Long, Map<Long, Price>>();
        for (var row : rows(question, later, user)) {
            prices.computeIfAbsent(row.person(), person -> new HashMap<>())
                    .merge(row.stage() == null ? 0 : row.stage(), price(row), Price::plus);
        }
        var reps = new ArrayList<Rep>();
        prices.forEach((person, of) -> reps.add(rep(person, people.name(person), later, of)));
        reps.sort(java.util.Comparator.comparing(Rep::name).thenComparing(Rep::id));
        var sum = new HashMap<Long, Price>();
        prices.values().forEach(of -> of.forEach((stage, price) -> sum.merge(stage, price, Price::plus)));
        return new Effort(later, reps, rep(0, "", later, sum));
    }

    private static Rep rep(long id, String name, List<FunnelStage> stages, Map<Long, Price> prices) {
        return new Rep(
                id,
                name,
                stages.stream()
                        .map(stage -> prices.getOrDefault(stage.id(), Price.NONE))
                        .toList(),
                prices.getOrDefault(0L, Price.NONE));
    }

    private static Price price(Row row) {
        return switch (row.kind() == null ? "" : row.kind()) {
            case "CALL" -> new Price(0, row.n(), 0, 0);
            case "MEETING" -> new Price(0, 0, row.n(), 0);
            case "EMAIL" -> new Price(0, 0, 0, row.n());
            default -> new Price(row.n(), 0, 0, 0);
        };
    }

    private List<Row> rows(PeopleQuestion question, List<FunnelStage> stages, CurrentUser user) {
        var responsible = field("d.person", Long.class);
        var contacts = condition("i.state = 'HELD' and i.kind <> 'NOTE'")
                .and(closed.before("i.at", question))
                .and(Reach.of(user, Resource.INTERACTION, Action.VIEW).condition(responsible));
        var known = closed.before("coalesce(v.entered_at, v.left_at, v.recorded_at)", question);
        var ids = stages.stream().map(FunnelStage::id).toArray(Long[]::new);
        return sql.fetch(
                        """
                with d as materialized (
                  select f.deal_id, f.responsible_id as person, f.state, {5} as path from {3} where {0}),
                contact as materialized (
                  select d.person, i.deal_id, i.kind, i.at from interaction i join d on d.deal_id = i.deal_id where {1}),
                entry as materialized (
                  select v.deal_id, v.stage_id, min(v.entered_at) as at
                  from stage_visit v where v.deal_id in (select deal_id from contact)
                    and v.outcome not in ('SKIPPED', 'SWITCHED') and v.stage_id = any({2}) and {4} group by 1, 2),
                way as materialized (select person, path, count(*) as n from d group by 1, 2)
                select person, stage, null::text as kind, cast(sum(n) as bigint) as n
                from way cross join lateral (
                  select cast(rtrim(part, 'AWLORawlor') as bigint) as stage from unnest(string_to_array(path, ' ')) part) step
                where stage = any({2}) group by 1, 2
                union all
                select c.person, s.id, c.kind, count(*)
                from contact c cross join unnest({2}) s (id)
                left join entry on entry.deal_id = c.deal_id and entry.stage_id = s.id
                where entry.deal_id is null or c.at < entry.at group by 1, 2, 3
                union all select person, null, null, count(*) filter (where state = 'WON') from d group by 1
                union all select person, null, kind, count(*) from contact group by 1, 3
                """,
                        closed.of(question, user),
                        contacts,
                        val(ids),
                        closed.rows(question),
                        known,
                        closed.isPast(question) ? stages(known) : field("f.path"))
                .into(Row.class);
    }

    /** The stages that a deal had entered, written as the facts write its way. */
    private static Field<?> stages(Condition known) {
        return field("""
                (select string_agg(distinct v.stage_id || 'A', ' ') from stage_visit v
                 where v.deal_id = f.deal_id and v.outcome not in ('SKIPPED', 'SWITCHED') and {0})""", known);
    }
}
