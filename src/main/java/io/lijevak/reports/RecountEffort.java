package io.lijevak.reports;

import io.lijevak.funnel.FunnelStage;
import io.lijevak.funnel.LedgerDeals;
import io.lijevak.platform.Companies;
import io.lijevak.reports.ShowEffort.Price;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts again how many contacts a result cost each rep, from deals with their visits and contacts read one by one. */
@Component
class RecountEffort {
    /** The key of the price of a win, beside those of stages. */
    static final long WIN = 0;

    private static final int AT_ONCE = 2_000;
    private final LedgerDeals deals;
    private final DSLContext sql;
    private final Companies companies;

    private record Contact(long dealId, String kind, String state, Instant at) {}

    RecountEffort(LedgerDeals deals, DSLContext sql, Companies companies) {
        this.deals = deals;
        this.sql = sql;
        this.companies = companies;
    }

    /** By person and stage, {@link #WIN} for a win; empty when there are too many deals to read. */
    Optional<Map<Long, Map<Long, Price>>> of(PeopleQuestion question, CurrentUser eyes) {
        var decided = new ArrayList<LedgerDeals.Decided>();
        if (!deals.each(question.funnel(null), question.type(), eyes, decided::add)) {
            return Optional.empty();
        }
        var steps = question.type().steps();
        var later = steps.subList(Math.min(1, steps.size()), steps.size());
        Map<Long, Map<Long, Price>> prices = new HashMap<>();
        for (var from = 0; from < decided.size(); from += AT_ONCE) {
            var piece = decided.subList(from, Math.min(decided.size(), from + AT_ONCE));
            var held = held(piece, question);
            for (var deal : piece) {
                var seen = eyes.can(Resource.INTERACTION, Action.VIEW, deal.responsible());
                var own = prices.computeIfAbsent(deal.responsible(), person -> new HashMap<>());
                add(deal, seen ? held.getOrDefault(deal.id(), List.of()) : List.of(), later, own);
            }
        }
        return Optional.of(prices);
    }

    private Map<Long, List<Contact>> held(List<LedgerDeals.Decided> piece, PeopleQuestion question) {
        var ids = piece.stream().map(LedgerDeals.Decided::id).toArray(Long[]::new);
        var day = question.asOf();
        var end = day == null
                ? Instant.MAX
                : day.plusDays(1).atStartOfDay(companies.current().timeZone()).toInstant();
        return sql
                .fetch("select deal_id, kind, state, at from interaction where deal_id = any({0})", DSL.val(ids))
                .into(Contact.class)
                .stream()
                .filter(contact ->
                        contact.state().equals("HELD") && !contact.kind().equals("NOTE"))
                .filter(contact -> contact.at().isBefore(end))
                .collect(Collectors.groupingBy(Contact::dealId));
    }

    private static void add(
            LedgerDeals.Decided deal, List<Contact> contacts, List<FunnelStage> later, Map<Long, Price> prices) {
        var entries = new HashMap<Long, @Nullable Instant>();
        for (var visit : deal.visits()) {
            if (visit.isEntry()) {
                var known = entries.get(visit.stageId());
                var entered = visit.enteredAt();
                entries.put(
                        visit.stageId(),
                        known == null || (entered != null && entered.isBefore(known)) ? entered : known);
            }
        }
        for (var stage : later) {
            var id = stage.id();
            var reached = entries.containsKey(id);
            var at = entries.get(id);
            var before = contacts.stream()
                    .filter(contact -> !reached || (at != null && contact.at().isBefore(Objects.requireNonNull(at))))
                    .toList();
            prices.merge(id, price(reached ? 1 : 0, before), Price::plus);
        }
        prices.merge(WIN, price(deal.won() ? 1 : 0, contacts), Price::plus);
    }

    private static Price price(long results, List<Contact> contacts) {
        return new Price(results, of("CALL", contacts), of("MEETING", contacts), of("EMAIL", contacts));
    }

    private static long of(String kind, List<Contact> contacts) {
        return contacts.stream().filter(contact -> contact.kind().equals(kind)).count();
    }
}
