package io.lijevak.platform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * What was typed into a search box, as a condition on folded search text: one or two letters find beginnings, more find
 * every word anywhere, digits find a number however it was written.
 */
public record SearchTerm(String typed) {
    private static final Pattern NUMBER = Pattern.compile("[+(]?\\d[\\d\\s\\u00a0()/.-]*");
    private static final int SHORTEST_TRIGRAM = 3;
    private static final int PREFIX = 100;
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /** The condition on the search text, true when nothing was typed. */
    public Condition on(Field<String> text) {
        var folded = SearchText.fold(typed);
        if (folded.isEmpty()) {
            return DSL.trueCondition();
        }
        if (folded.length() < SHORTEST_TRIGRAM) {
            return DSL.left(text, DSL.inline(PREFIX)).like(SearchText.startingWith(typed));
        }
        return isNumber() ? number(text, folded) : words(text, folded);
    }

    /** Whether only beginnings are found. */
    public boolean isShort() {
        return SearchText.fold(typed).length() < SHORTEST_TRIGRAM;
    }

    /** Whether digits of a number were typed, which stand anywhere but at the beginning of a name. */
    public boolean isNumber() {
        return NUMBER.matcher(typed.strip()).matches();
    }

    /** The beginning of a search text, in the order of its folded letters, which are the same for every language. */
    public static Field<String> beginning(Field<String> text) {
        return DSL.left(text, DSL.inline(PREFIX)).collate(DSL.collation("C"));
    }

    /** The condition that the search text begins with what was typed, as a stretch of the order of beginnings. */
    public Condition begins(Field<String> text) {
        var folded = SearchText.fold(typed);
        return beginning(text).ge(folded).and(beginning(text).lt(folded + LAST));
    }

    private static Condition words(Field<String> text, String folded) {
        return DSL.and(List.of(folded.split(" ")).stream()
                .map(word -> word.length() < SHORTEST_TRIGRAM
                        ? beginning(text, word)
                        : text.like(SearchText.containing(word)))
                .toList());
    }

    /** One or two letters among other words begin a word of a name or of another line: so much the trigrams know. */
    private static Condition beginning(Field<String> text, String word) {
        var start = SearchText.startingWith(word);
        return DSL.or(text.like(start), text.like("% " + start), text.like("%\n" + start));
    }

    private static Condition number(Field<String> text, String folded) {
        return DSL.or(writings(folded).stream()
                .map(digits -> text.like(SearchText.containing(digits)))
                .toList());
    }

    /** The digits as they are kept: without 00 or the trunk digit, which is 0 in most countries and 8 in Russia. */
    static List<String> writings(String typed) {
        var digits = typed.replaceAll("\\D", "");
        var writings = new LinkedHashSet<String>();
        writings.add(typed);
        writings.add(digits);
        if (digits.startsWith("00")) {
            writings.add(digits.substring(2));
        } else if (digits.startsWith("0") || digits.length() == 11 && digits.startsWith("8")) {
            writings.add(digits.substring(1));
        }
        writings.add(typed.replace("(0)", "").replaceAll("\\D", ""));
        return writings.stream().filter(w -> w.length() >= SHORTEST_TRIGRAM).toList();
    }
}
