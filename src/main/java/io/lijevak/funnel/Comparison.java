package io.lijevak.funnel;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Period;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a funnel is compared with: the same question about another period, or about another rep or team. Another period
 * is followed equally long: except for deals closed in it, the as-of day moves with it.
 *
 * @param kind {@code previous}, {@code last-year}, {@code period}, {@code owner} or {@code team}
 * @param parameters that make it again
 * @param query the other question
 */
public record Comparison(String kind, Map<String, String> parameters, FunnelQuery query) {
    public static final String PREVIOUS = "previous";
    public static final String LAST_YEAR = "last-year";
    public static final String PERIOD = "period";
    public static final String COMPARE = "compare";
    public static final String FROM = "compareFrom";
    public static final String TO = "compareTo";

    public Comparison {
        parameters = Map.copyOf(parameters);
    }

    /** Whether the other one is about another period, not about somebody else. */
    public boolean ofPeriod() {
        return !kind.equals(FunnelReferences.OWNER) && !kind.equals(FunnelReferences.TEAM);
    }

    /** Reads the parameters {@code compare}, {@code compareFrom} and {@code compareTo}; empty without the first. */
    public static Optional<Comparison> read(
            Map<String, String> input, FunnelQuery query, FunnelReferences references, LocalDate today) {
        var key = input.getOrDefault(COMPARE, "").strip();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        var colon = key.indexOf(':');
        var comparison = colon > 0
                ? with(key.substring(0, colon), key.substring(colon + 1), query, references)
                : inOtherPeriod(key, input, query, today);
        return Optional.of(comparison);
    }

    private static Comparison with(String filter, String who, FunnelQuery query, FunnelReferences references) {
        if (!List.of(FunnelReferences.OWNER, FunnelReferences.TEAM).contains(filter)) {
            throw unknown(filter);
        }
        var id = references.of(filter).stream()
                .filter(choice ->
                        Long.toString(choice.id()).equals(who) || choice.name().equals(who))
                .findFirst()
                .orElseThrow(() -> unknown(who))
                .id();
        var own = query.filter();
        var owner = filter.equals(FunnelReferences.OWNER) ? id : null;
        var team = filter.equals(FunnelReferences.TEAM) ? id : null;
        var other = new FunnelFilter(owner, team, own.source(), own.category(), own.productGroup());
        return new Comparison(
                filter, Map.of(COMPARE, filter + ":" + id), changed(query, query.period(), query.asOf(), other));
    }

    private static Comparison inOtherPeriod(
            String kind, Map<String, String> input, FunnelQuery query, LocalDate today) {
        if (query.counting() == Counting.PROVEN) {
            throw InvalidInput.at(COMPARE, "funnel.error.compare.proven");
        }
        var parameters = new LinkedHashMap<String, String>();
        parameters.put(COMPARE, kind);
        var period = switch (kind) {
            case PREVIOUS -> previous(query.period());
            case LAST_YEAR -> lastYear(query.period());
            case PERIOD -> asked(input, parameters, query.period());
            default -> throw unknown(kind);
        };
        return new Comparison(kind, parameters, changed(query, period, asOf(query, period, today), query.filter()));
    }

    /** Of whole months as many months before, else as many days before. */
    static Period previous(Period period) {
        var next = period.to().plusDays(1);
        if (period.from().getDayOfMonth() == 1 && next.getDayOfMonth() == 1) {
            var months = ChronoUnit.MONTHS.between(period.from(), next);
            return new Period(period.from().minusMonths(months), period.from().minusDays(1));
        }
        var days = ChronoUnit.DAYS.between(period.from(), next);
        return new Period(period.from().minusDays(days), period.from().minusDays(1));
    }

    /** The same days a year before; a period that ends with February still does. */
    static Period lastYear(Period period) {
        var to = period.to().minusYears(1);
        var lastOfFebruary = period.to().getMonthValue() == 2
                && period.to().getDayOfMonth() == period.to().lengthOfMonth()
                && Year.isLeap(to.getYear());
        return new Period(period.from().minusYears(1), lastOfFebruary ? to.withDayOfMonth(29) : to);
    }

    private static Period asked(Map<String, String> input, Map<String, String> parameters, Period usual) {
        var before = previous(usual);
        var from = day(FROM, input, before.from());
        var to = day(TO, input, from.isAfter(before.to()) ? from : before.to());
        if (to.isBefore(from)) {
            throw InvalidInput.at(TO, "platform.error.period.order");
        }
        parameters.put(FROM, from.toString());
        parameters.put(TO, to.toString());
        return new Period(from, to);
    }

    private static LocalDate day(String name, Map<String, String> input, LocalDate usual) {
        var text = input.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return usual;
        }
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= 1900 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // refused below, like a day out of range
        }
        throw new InvalidInput(List.of(new FieldProblem(name, "funnel.error.day", text)));
    }

    private static @Nullable LocalDate asOf(FunnelQuery query, Period period, LocalDate today) {
        if (query.rule() == PeriodRule.CLOSED) {
            return query.asOf();
        }
        var usual = query.asOf();
        var asOf = usual == null ? today : usual;
        var moved = asOf.minusDays(
                ChronoUnit.DAYS.between(period.to(), query.period().to()));
        return moved.isBefore(today) ? moved : null;
    }

    private static FunnelQuery changed(
            FunnelQuery query, Period period, @Nullable LocalDate asOf, FunnelFilter filter) {
        return new FunnelQuery(
                query.view(),
                query.dealType(),
                period,
                query.rule(),
                asOf,
                query.potential(),
                query.counting(),
                filter,
                query.known());
    }

    private static InvalidInput unknown(String text) {
        return InvalidInput.at(COMPARE, "funnel.error.unknown", text);
    }
}
