package io.lijevak.reports;

import io.lijevak.platform.Reckoning;
import io.lijevak.platform.Reckoning.Input;
import io.lijevak.platform.Reckoning.Unit;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Tells what deals that changed hands add to a person's won amount, deal by deal. */
@Component
class CreditReckoning {
    /** More deals are told in one sum. */
    private static final int SHOWN = 30;

    private final DSLContext sql;

    private record Titled(long id, String title) {}

    CreditReckoning(DSLContext sql) {
        this.sql = sql;
    }

    /** The deals that add or take most one by one, the others and those that the user may not see in sum. */
    Reckoning of(PeopleNumber asked, Collection<Handed> handed, CurrentUser user) {
        var person = asked.person();
        var own = handed.stream()
                .filter(deal -> deal.isOf(person))
                .sorted(Comparator.comparing(
                                (Handed deal) -> deal.credit(person).abs())
                        .reversed()
                        .thenComparing(Handed::deal))
                .toList();
        var titles = titles(own, user);
        var seen = own.stream().filter(deal -> titles.containsKey(deal.deal())).toList();
        var shown = seen.subList(0, Math.min(SHOWN, seen.size()));
        var inputs = new ArrayList<Input>();
        shown.forEach(deal -> inputs.add(new Input(
                "deal." + deal.deal(),
                deal.credit(person).doubleValue(),
                Unit.AMOUNT,
                titles.get(deal.deal()) + " · " + deal.stages(person) + " / " + deal.stages(),
                "/deals/" + deal.deal())));
        rest("others", seen, deal -> !shown.contains(deal), person, inputs);
        rest("unseen", own, deal -> !titles.containsKey(deal.deal()), person, inputs);
        var formula = inputs.stream().map(input -> "{" + input.code() + "}").collect(Collectors.joining(" + "));
        return new Reckoning(asked.number(), sum(own, person).doubleValue(), Unit.AMOUNT, formula, inputs);
    }

    private static void rest(
            String code, List<Handed> deals, Predicate<Handed> which, long person, List<Input> inputs) {
        var rest = deals.stream().filter(which).toList();
        if (!rest.isEmpty()) {
            inputs.add(new Input(code, sum(rest, person).doubleValue(), Unit.AMOUNT, "n " + rest.size(), ""));
        }
    }

    private static BigDecimal sum(List<Handed> deals, long person) {
        return deals.stream().map(deal -> deal.credit(person)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Map<Long, String> titles(List<Handed> deals, CurrentUser user) {
        return sql
                .fetch(
                        "select d.id, d.title from deal d where d.id = any({0}) and {1}",
                        DSL.val(deals.stream().map(Handed::deal).toArray(Long[]::new)),
                        Reach.of(user, Resource.DEAL, Action.VIEW).condition(DSL.field("d.responsible_id", Long.class)))
                .into(Titled.class)
                .stream()
                .collect(Collectors.toMap(Titled::id, Titled::title));
    }
}
