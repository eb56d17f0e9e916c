package io.lijevak.reports;

import io.lijevak.funnel.Counting;
import io.lijevak.funnel.Figure;
import io.lijevak.funnel.FunnelCell;
import io.lijevak.funnel.FunnelFilter;
import io.lijevak.funnel.FunnelParameters;
import io.lijevak.funnel.FunnelQuery;
import io.lijevak.funnel.FunnelView;
import io.lijevak.funnel.PeriodRule;
import io.lijevak.funnel.PotentialMoment;
import io.lijevak.funnel.ShowFunnel;
import io.lijevak.interactions.CountContacts;
import io.lijevak.platform.Period;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import io.lijevak.visits.Visits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What comes before deals: visits of the site, e-mails sent, calls answered and meetings held in a period, then the deals
 * opened in it. No visit or contact is a part of a deal, so nothing is said of one becoming another.
 */
@Component
public class ShowColdTop {
    private final ShowFunnel funnels;
    private final CountContacts contacts;
    private final Visits visits;
    private final AskPeople ask;

    /** A stage above the deals. */
    public enum Stage {
        VISITS,
        EMAILS,
        CALLS,
        MEETINGS,
        DEALS
    }

    /**
     * How many there were, and the list of them: path and parameters.
     *
     * @param perDeal for each deal opened, of what comes before them; empty without a deal
     */
    public record Count(
            Stage stage, long count, Optional<Double> perDeal, String path, Map<String, String> parameters) {}

    ShowColdTop(ShowFunnel funnels, CountContacts contacts, Visits visits, AskPeople ask) {
        this.funnels = funnels;
        this.contacts = contacts;
        this.visits = visits;
        this.ask = ask;
    }

    /**
     * Takes the parameters of the funnel. Visits are of nobody and contacts of no team, category or product: where the
     * funnel is narrowed so, they are left out.
     */
    public List<Count> of(Map<String, String> parameters, CurrentUser user) {
        user.require(Resource.FUNNEL, Action.VIEW);
        var query = opened(FunnelParameters.read(parameters, ask.references(), ask.today()));
        var funnel = funnels.show(query, user);
        if (funnel.isEmpty()) {
            return List.of();
        }
        var until = until(query);
        if (until.isEmpty()) {
            return List.of();
        }
        var deals = funnel.get().totals().all().count();
        var stages = new ArrayList<Count>();
        var filter = query.filter();
        if (filter.equals(FunnelFilter.NONE)) {
            var all = visits.of(until.get(), user);
            if (all > 0) {
                stages.add(
                        new Count(Stage.VISITS, all, each(all, deals), "/visits", period("from", "to", until.get())));
            }
        }
        if (filter.equals(new FunnelFilter(filter.owner(), null, null, null, null))
                && user.may(Resource.INTERACTION + "." + Action.VIEW)) {
            stages.addAll(contacts(filter.owner(), until.get(), deals, user));
        }
        var cell = new FunnelCell(funnel.get().query(), null, Figure.ENTERED).text();
        stages.add(new Count(Stage.DEALS, deals, Optional.empty(), "/deals", Map.of("funnel", cell)));
        return stages;
    }

    private List<Count> contacts(@Nullable Long owner, Period period, long deals, CurrentUser user) {
        var lists = Map.of(
                Stage.EMAILS, contacts(owner, period, Map.of("kind", "email", "direction", "outgoing")),
                Stage.CALLS, contacts(owner, period, Map.of("kind", "call")),
                Stage.MEETINGS, contacts(owner, period, Map.of("kind", "meeting")));
        var counts = contacts.of(lists.values(), user);
        return List.of(Stage.EMAILS, Stage.CALLS, Stage.MEETINGS).stream()
                .map(stage -> {
                    var list = Objects.requireNonNull(lists.get(stage));
                    var count = Objects.requireNonNull(counts.get(list));
                    return new Count(stage, count, each(count, deals), "/interactions", list);
                })
                .toList();
    }

    private static Map<String, String> contacts(@Nullable Long owner, Period period, Map<String, String> kind) {
        var list = new HashMap<>(period("since", "until", period));
        list.putAll(kind);
        list.put("state", "held");
        if (owner != null) {
            list.put("person", Long.toString(owner));
        }
        return list;
    }

    private static Map<String, String> period(String from, String to, Period period) {
        return Map.of(from, period.from().toString(), to, period.to().toString());
    }

    /** The same deals, chosen by when they were opened, as they are now or were known on the past day. */
    private static FunnelQuery opened(FunnelQuery query) {
        return new FunnelQuery(
                FunnelView.CLOSED,
                query.dealType(),
                query.period(),
                PeriodRule.COHORT,
                query.asOf(),
                PotentialMoment.CURRENT,
                Counting.RAW,
                query.filter(),
                query.known());
    }

    /** The days of the period up to the past day, empty where it begins later. */
    private static Optional<Period> until(FunnelQuery query) {
        var period = query.period();
        var last = query.asOf();
        if (last == null || !last.isBefore(period.to())) {
            return Optional.of(period);
        }
        return last.isBefore(period.from()) ? Optional.empty() : Optional.of(new Period(period.from(), last));
    }

    private static Optional<Double> each(long count, long deals) {
        return deals == 0 ? Optional.empty() : Optional.of((double) count / deals);
    }
}
