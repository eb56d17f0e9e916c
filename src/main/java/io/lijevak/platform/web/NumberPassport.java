package io.lijevak.platform.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The passport of a number as its page shows it, whichever report the number stands in.
 *
 * @param lines what it counts: definition, formula, filter, period, moment
 * @param inputs what it was calculated from
 * @param members the deals in it and not in it; null where the number is of no set of deals
 * @param why the question why a deal is not in it; null likewise
 */
public record NumberPassport(
        Head head,
        List<Line> lines,
        List<Input> inputs,
        @Nullable Members members,
        @Nullable Why why,
        Again again) {
    /** The parameter of a report's page by which its numbers open passports instead of lists. */
    public static final String NUMBERS = "numbers";

    /** Its value. */
    public static final String PASSPORT = "passport";

    /** The number in words, its value, its list (empty = none), and the page that it stands in. */
    public record Head(String title, String value, String list, String back, String backTitle) {}

    /** A condition or a part of the definition; {@code code} of a formula. */
    public record Line(String label, String text, boolean code) {
        public static Line of(String label, String text) {
            return new Line(label, text, false);
        }

        public static Line code(String label, String text) {
            return new Line(label, text, true);
        }
    }

    /** What the number was calculated from; {@code href} opens its list or passport, empty = neither. */
    public record Input(String name, String code, String text, String note, String href) {}

    /** The deals in the number and, by condition, those that are not; {@code all} of them together. */
    public record Members(String number, String href, List<Row> out, String all) {}

    /** A condition, how many deals it keeps out, and their list; empty = none. */
    public record Row(String words, String number, String href) {}

    /**
     * The form that asks why a deal is not in the number.
     *
     * @param hidden the parameters that name the number
     * @param answer null = not asked, or several deals have such a title
     */
    public record Why(
            String action,
            Map<String, String> hidden,
            String typed,
            @Nullable Answer answer,
            List<Choice> choices) {}

    /** Of one deal, whether it is in the number, in words. */
    public record Answer(long deal, String title, String text) {}

    /** A deal to choose. */
    public record Choice(long deal, String title, String href) {}

    /**
     * The second count.
     *
     * @param href asks for it
     * @param text what it says; empty = it was not asked for
     * @param equal null where it was not made
     */
    public record Again(
            String note, String href, String text, @Nullable Boolean equal) {}

    /** Whether the numbers of the page open passports. */
    public static boolean isAsked(PageLink page) {
        return page.value(NUMBERS).equals(PASSPORT);
    }

    /** The page with its numbers opening the other of the two. */
    public static String other(PageLink page) {
        return page.with(NUMBERS, isAsked(page) ? null : PASSPORT).toString();
    }
}
