package io.lijevak.funnel;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Period;
import io.lijevak.properties.Where;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question to the funnel as the parameters of an address and back: days in ISO, enumerations in lower case, records by
 * id or exact name. All that cannot be read is refused together, each at its parameter.
 */
public final class FunnelParameters {
    private final Map<String, String> input;
    private final FunnelReferences references;
    private final LocalDate today;
    private final List<FieldProblem> problems = new ArrayList<>();

    private FunnelParameters(Map<String, String> input, FunnelReferences references, LocalDate today) {
        this.input = input;
        this.references = references;
        this.today = today;
    }

    /** Reads a question; what is missing is the usual: active, the last 12 months, the view's rule, now. */
    public static FunnelQuery read(Map<String, String> input, FunnelReferences references, LocalDate today) {
        return new FunnelParameters(input, references, today).query();
    }

    /** The parameters that make the same question again, without those that have their usual value. */
    public static Map<String, String> of(FunnelQuery query) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("view", word(query.view()));
        put(parameters, "dealType", query.dealType());
        parameters.put("from", query.period().from().toString());
        parameters.put("to", query.period().to().toString());
        parameters.put("rule", word(query.rule()));
        put(parameters, "asOf", query.asOf());
        if (query.known() != Known.NOW) {
            parameters.put("known", word(query.known()));
        }
        if (query.potential() != PotentialMoment.CURRENT) {
            parameters.put("potential", word(query.potential()));
        }
        if (query.counting() != Counting.RAW) {
            parameters.put("counting", word(query.counting()));
        }
        var filter = query.filter();
        put(parameters, FunnelReferences.OWNER, filter.owner());
        put(parameters, FunnelReferences.TEAM, filter.team());
        put(parameters, FunnelReferences.SOURCE, filter.source());
        put(parameters, FunnelReferences.CATEGORY, filter.category());
        put(parameters, FunnelReferences.PRODUCT_GROUP, filter.productGroup());
        parameters.putAll(filter.where().parameters());
        return parameters;
    }

    private FunnelQuery query() {
        var view = choice("view", FunnelView.ACTIVE);
        var type = type();
        var period = period();
        var rule = choice("rule", view.usualRule());
        var asOf = past();
        var known = choice("known", Known.NOW);
        var potential = choice("potential", PotentialMoment.CURRENT);
        var counting = choice("counting", Counting.RAW);
        var filter = filter();
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new FunnelQuery(view, type, period, rule, asOf, potential, counting, filter, known);
    }

    private FunnelFilter filter() {
        return new FunnelFilter(
                reference(FunnelReferences.OWNER),
                reference(FunnelReferences.TEAM),
                reference(FunnelReferences.SOURCE),
                reference(FunnelReferences.CATEGORY),
                reference(FunnelReferences.PRODUCT_GROUP),
                Where.of(input));
    }

    private Period period() {
        var usual = Period.lastTwelveMonths(today);
        var to = day("to");
        var from = day("from");
        var last = to == null ? (from == null || !from.isAfter(today) ? today : from) : to;
        var first = from == null
                ? (to == null ? usual.from() : Period.lastTwelveMonths(last).from())
                : from;
        if (last.isBefore(first)) {
            problems.add(new FieldProblem("to", "platform.error.period.order"));
            return usual;
        }
        return new Period(first, last);
    }

    private @Nullable LocalDate past() {
        var day = day("asOf");
        if (day != null && day.isAfter(today)) {
            problems.add(new FieldProblem("asOf", "funnel.error.future", day.toString()));
        }
        return day;
    }

    private @Nullable LocalDate day(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= 1900 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // refused below, like a day out of range
        }
        problems.add(new FieldProblem(name, "funnel.error.day", text));
        return null;
    }

    private <E extends Enum<E>> E choice(String name, E usual) {
        var text = text(name);
        if (text == null) {
            return usual;
        }
        for (var value : usual.getDeclaringClass().getEnumConstants()) {
            if (word(value).equals(text.toLowerCase(Locale.ROOT))) {
                return value;
            }
        }
        problems.add(new FieldProblem(name, "funnel.error.unknown", text));
        return usual;
    }

    private @Nullable Long type() {
        return find(
                "dealType",
                references.types().stream()
                        .map(type -> new FunnelReferences.Choice(type.id(), type.name(), null))
                        .toList());
    }

    private @Nullable Long reference(String name) {
        return find(name, references.of(name));
    }

    private @Nullable Long find(String name, List<FunnelReferences.Choice> choices) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        for (var choice : choices) {
            if (Long.toString(choice.id()).equals(text)) {
                return choice.id();
            }
        }
        for (var choice : choices) {
            if (choice.name().equals(text)) {
                return choice.id();
            }
        }
        problems.add(new FieldProblem(name, "funnel.error.unknown", text));
        return null;
    }

    private @Nullable String text(String name) {
        var text = input.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
