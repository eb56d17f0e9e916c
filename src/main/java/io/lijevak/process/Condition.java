package io.lijevak.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a choice in a small grammar of its own: {@code amount >= 10000 and (source = 'Fair' or lines is empty)}.
 * It knows comparisons of the facts a record offers with numbers, texts, true and false, joined by and, or, not, and
 * nothing else: no calls, no properties, no code.
 */
final class Condition {
    private static final int LONGEST = 500;
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(\\d+(?:\\.\\d+)?)|'([^'\\p{Cntrl}]{0,200})'|([A-Za-z_][A-Za-z0-9_]*)|(<=|>=|!=|=|<|>|\\(|\\)))");
    private final Map<String, FactType> types;
    private final Map<String, Object> facts;
    private final List<String> tokens;
    private int place;

    private Condition(String text, Map<String, FactType> types, Map<String, Object> facts) {
        this.types = types;
        this.facts = facts;
        this.tokens = tokens(text);
    }

    /** What cannot be understood, as the piece of text it is; empty when the condition is good. */
    static Optional<String> problem(String text, Map<String, FactType> types) {
        try {
            new Condition(text, types, Map.of()).whole();
            return Optional.empty();
        } catch (Unreadable unreadable) {
            return Optional.of(unreadable.piece);
        }
    }

    /** The facts that the condition asks for. */
    static Set<String> names(String text, Map<String, FactType> types) {
        return tokens(text).stream().filter(types::containsKey).collect(Collectors.toSet());
    }

    static boolean holds(String text, Map<String, FactType> types, Map<String, Object> facts) {
        try {
            return new Condition(text, types, facts).whole();
        } catch (Unreadable unreadable) {
            throw new IllegalStateException("a stored condition cannot be read: " + text, unreadable);
        }
    }

    private static final class Unreadable extends Exception {
        private final String piece;

        Unreadable(String piece) {
            super(piece);
            this.piece = piece;
        }
    }

    private static List<String> tokens(String text) {
        var tokens = new ArrayList<String>();
        if (text.length() > LONGEST) {
            return List.of("?" + text.substring(0, 40));
        }
        var matcher = TOKEN.matcher(text.strip());
        var end = 0;
        while (matcher.lookingAt()) {
            tokens.add(matcher.group().strip());
            end = matcher.end();
            matcher.region(end, text.strip().length());
        }
        if (end < text.strip().length()) {
            tokens.add("?" + text.strip().substring(end).strip());
        }
        return tokens;
    }

    private boolean whole() throws Unreadable {
        var result = either();
        if (place < tokens.size()) {
            throw unreadable();
        }
        return result;
    }

    private boolean either() throws Unreadable {
        var result = both();
        while (take("or")) {
            result |= both();
        }
        return result;
    }

    private boolean both() throws Unreadable {
        var result = single();
        while (take("and")) {
            result &= single();
        }
        return result;
    }

    private boolean single() throws Unreadable {
        if (take("not")) {
            return !single();
        }
        if (take("(")) {
            var result = either();
            expect(")");
            return result;
        }
        return comparison();
    }

    private boolean comparison() throws Unreadable {
        var name = peek();
        var type = types.get(name);
        if (type == null) {
            throw unreadable();
        }
        place++;
        var value = facts.get(name);
        if (take("is")) {
            var negated = take("not");
            expect("empty");
            return (value == null || value.equals("")) != negated;
        }
        var operator = peek();
        if (!List.of("=", "!=", "<", "<=", ">", ">=").contains(operator)) {
            throw unreadable();
        }
        place++;
        return compared(operator, type, value, peek());
    }

    private boolean compared(String operator, FactType type, @Nullable Object value, String literal) throws Unreadable {
        var number = literal.matches("\\d.*");
        var fits = switch (type) {
            case NUMBER -> number;
            case TEXT -> literal.startsWith("'") && (operator.equals("=") || operator.equals("!="));
            case FLAG -> List.of("true", "false").contains(literal) && (operator.equals("=") || operator.equals("!="));
        };
        if (!fits) {
            throw unreadable();
        }
        place++;
        if (type == FactType.NUMBER) {
            return value != null && orders(operator, ((BigDecimal) value).compareTo(new BigDecimal(literal)));
        }
        var wanted = type == FactType.FLAG ? literal : literal.substring(1, literal.length() - 1);
        return Objects.toString(value, "").equalsIgnoreCase(wanted) == operator.equals("=");
    }

    private static boolean orders(String operator, int comparison) {
        return switch (operator) {
            case "=" -> comparison == 0;
            case "!=" -> comparison != 0;
            case "<" -> comparison < 0;
            case "<=" -> comparison <= 0;
            case ">" -> comparison > 0;
            default -> comparison >= 0;
        };
    }

    private boolean take(String word) {
        if (!peek().equals(word)) {
            return false;
        }
        place++;
        return true;
    }

    private void expect(String word) throws Unreadable {
        if (!take(word)) {
            throw unreadable();
        }
    }

    private String peek() {
        return place < tokens.size() ? tokens.get(place) : "";
    }

    private Unreadable unreadable() {
        var piece = peek();
        return new Unreadable(piece.startsWith("?") ? piece.substring(1) : piece.isEmpty() ? "…" : piece);
    }
}
