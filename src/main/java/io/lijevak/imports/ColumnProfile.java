package io.lijevak.imports;

import io.lijevak.customers.TaxNumber;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a whole column shows: samples, kinds of its content, how it writes numbers and dates. */
final class ColumnProfile {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]{2,}.*", Pattern.DOTALL);
    private static final Pattern PHONE = Pattern.compile("[+(]?[\\d][\\d\\s()/+.,;-]{5,60}");
    private static final Pattern MARKED_PHONE = Pattern.compile("(?:[+(]|0\\d).*", Pattern.DOTALL);
    private static final Pattern WITH_TAX = Pattern.compile(".*\\S\\s*\\(\\d{11}\\)", Pattern.DOTALL);
    private static final Pattern POSTCODE_TOWN = Pattern.compile("\\d{5,6}\\s+\\p{L}.*");
    private static final int DISTINCT = 200;

    private final List<String> samples = new ArrayList<>();
    private final Map<String, Integer> distinct = new LinkedHashMap<>();
    private final Map<Content, Integer> contents = new EnumMap<>(Content.class);
    private final int[] numbers = new int[2];
    private final int[] dates = new int[2];
    private int filled;

    enum Content {
        EMAIL,
        PHONE,
        TAX_NUMBER,
        NAME_WITH_TAX_NUMBER,
        POSTCODE_TOWN,
        DATE,
        NUMBER,
        TEXT
    }

    void add(Cell cell) {
        if (cell.isEmpty()) {
            return;
        }
        filled++;
        remember(cell.text());
        var content = contentOf(cell);
        contents.merge(content, 1, Integer::sum);
        if (cell.kind() == Cell.Kind.TEXT && cell.text().length() < 40) {
            weighNumber(cell.text());
            weighDate(cell.text());
        }
    }

    private void remember(String text) {
        var known = distinct.containsKey(text);
        if (known || distinct.size() < DISTINCT) {
            distinct.merge(text, 1, Integer::sum);
        }
        if (!known && samples.size() < 3) {
            samples.add(text.length() > 80 ? text.substring(0, 79) + "…" : text);
        }
    }

    private static Content contentOf(Cell cell) {
        var text = cell.text();
        return switch (cell.kind()) {
            case DATE -> Content.DATE;
            case NUMBER -> TaxNumber.read("HR", text).isPresent() ? Content.TAX_NUMBER : Content.NUMBER;
            case EMPTY -> Content.TEXT;
            case TEXT -> {
                if (EMAIL.matcher(text).matches()) {
                    yield Content.EMAIL;
                }
                if (TaxNumber.read("HR", text).isPresent()) {
                    yield Content.TAX_NUMBER;
                }
                if (WITH_TAX.matcher(text).matches()) {
                    yield Content.NAME_WITH_TAX_NUMBER;
                }
                if (text.length() < 40 && DateOrder.looksLikeDate(text)) {
                    yield Content.DATE;
                }
                if (PHONE.matcher(text).matches() && MARKED_PHONE.matcher(text).matches()) {
                    yield Content.PHONE;
                }
                if (POSTCODE_TOWN.matcher(text).matches()) {
                    yield Content.POSTCODE_TOWN;
                }
                yield NumberStyle.COMMA.reads(text) || NumberStyle.POINT.reads(text) ? Content.NUMBER : Content.TEXT;
            }
        };
    }

    private void weighNumber(String text) {
        var comma = NumberStyle.COMMA.reads(text);
        var point = NumberStyle.POINT.reads(text);
        if (comma != point) {
            numbers[comma ? 0 : 1]++;
        }
    }

    private void weighDate(String text) {
        var only = DateOrder.only(text);
        if (only != null) {
            dates[only.ordinal()]++;
        }
    }

    int filled() {
        return filled;
    }

    List<String> samples() {
        return samples;
    }

    /** Different values in the order met, with their counts; beyond 200 they are no longer told apart. */
    Map<String, Integer> distinct() {
        return distinct;
    }

    boolean isList() {
        return distinct.size() < DISTINCT;
    }

    /** Whether at least the given share of the filled cells is of the content. */
    boolean is(Content content, double share) {
        return filled > 0 && contents.getOrDefault(content, 0) >= share * filled;
    }

    /** The style the column proves; the region's own where it proves none. */
    NumberStyle numberStyle(NumberStyle regional) {
        return numbers[0] == numbers[1] ? regional : numbers[0] > numbers[1] ? NumberStyle.COMMA : NumberStyle.POINT;
    }

    DateOrder dateOrder() {
        return dates[1] > dates[0] ? DateOrder.MONTH_DAY : DateOrder.DAY_MONTH;
    }
}
