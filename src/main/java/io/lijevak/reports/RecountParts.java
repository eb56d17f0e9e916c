package io.lijevak.reports;

import io.lijevak.funnel.LedgerDeals;
import io.lijevak.funnel.LedgerDeals.Decided;
import io.lijevak.funnel.LedgerDeals.Led;
import io.lijevak.reports.Fairness.Trait;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sorts decided deals again by their traits, and splits the credit again, from deals with their visits read one by one. */
@Component
class RecountParts {
    private static final int QUARTERS = 4;
    private final LedgerDeals deals;

    /** What a fair comparison is made of. */
    record Read(List<Fairness.Part> parts, List<Handed> handed, Map<Long, BigDecimal> amounts) {}

    RecountParts(LedgerDeals deals) {
        this.deals = deals;
    }

    /** Empty when there are too many deals to read. */
    Optional<Read> of(PeopleQuestion question, CurrentUser eyes) {
        var decided = new ArrayList<Decided>();
        var handed = new ArrayList<Handed>();
        var amounts = new HashMap<Long, BigDecimal>();
        var few = deals.each(question.funnel(null), question.type(), eyes, deal -> {
            decided.add(deal);
            handed(deal).ifPresent(handed::add);
            var amount = deal.amount();
            if (deal.won() && amount != null) {
                amounts.merge(deal.responsible(), amount, BigDecimal::add);
            }
        });
        return few ? Optional.of(new Read(parts(decided), handed, amounts)) : Optional.empty();
    }

    private static List<Fairness.Part> parts(List<Decided> decided) {
        var ordered = decided.stream()
                .filter(deal -> deal.amount() != null)
                .sorted(Comparator.comparing((Decided deal) -> Objects.requireNonNull(deal.amount()))
                        .thenComparing(Decided::id))
                .toList();
        var bands = new HashMap<Long, Integer>();
        for (var i = 0; i < ordered.size(); i++) {
            bands.put(ordered.get(i).id(), quarter(i, ordered.size()));
        }
        return decided.stream()
                .map(deal -> new Fairness.Part(
                        deal.responsible(), traits(deal, bands.getOrDefault(deal.id(), 0)), deal.won() ? 1 : 0, 1))
                .toList();
    }

    /** The earlier quarters take one more each where the deals cannot be divided by four. */
    private static int quarter(int place, int all) {
        var size = all / QUARTERS;
        var larger = all % QUARTERS;
        var inLarger = larger * (size + 1);
        return place < inLarger ? place / (size + 1) + 1 : larger + (place - inLarger) / size + 1;
    }

    private static Map<Trait, String> traits(Decided deal, int band) {
        var traits = new EnumMap<Trait, String>(Trait.class);
        traits.put(Trait.SOURCE, Objects.toString(deal.source(), ""));
        traits.put(Trait.CATEGORY, Objects.toString(deal.category(), ""));
        traits.put(Trait.AMOUNT, Integer.toString(band));
        traits.put(Trait.TAKEOVER, Objects.toString(takeover(deal), ""));
        return traits;
    }

    /** The last stage that somebody other than the present responsible person led. */
    private static @Nullable Long takeover(Decided deal) {
        Long stage = null;
        for (var visit : deal.visits()) {
            var led = visit.responsibleId();
            if (led != null && led != deal.responsible()) {
                stage = visit.stageId();
            }
        }
        return stage;
    }

    /** A won deal that changed hands, with who led its stages. */
    private static Optional<Handed> handed(Decided deal) {
        var amount = deal.amount();
        var passed = deal.visits().stream().filter(Led::isPassed).toList();
        var handed = passed.stream().anyMatch(visit -> {
            var led = visit.responsibleId();
            return led != null && led != deal.responsible();
        });
        if (!deal.won() || amount == null || !handed) {
            return Optional.empty();
        }
        Map<Long, Long> leaders = new HashMap<>();
        for (var visit : passed) {
            var led = visit.responsibleId();
            leaders.put(visit.stageId(), led == null ? deal.responsible() : led);
        }
        var led = new HashMap<Long, Long>();
        leaders.values().forEach(person -> led.merge(person, 1L, Long::sum));
        return Optional.of(new Handed(deal.id(), deal.responsible(), amount, led));
    }
}
