package io.lijevak.platform.web;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Locale;

/**
 * Writes the numbers of ICU messages as a region does, which ICU itself does as the language of the message: each number
 * that is shown becomes a further argument that holds it in words, and the first one only chooses between plurals.
 */
final class NumbersInWords {
    /** How far the argument in words stands after the number. */
    private static final int WORDS = 20;

    private static final int MOST_DECIMALS = 3;

    private NumbersInWords() {}

    /** The pattern with the places of numbers taken by their words. */
    static String pattern(String written) {
        var parsed = new MessagePattern(written);
        var pattern = new StringBuilder();
        var counted = new ArrayDeque<Integer>();
        var copied = 0;
        for (var i = 0; i < parsed.countParts(); i++) {
            var part = parsed.getPart(i);
            var word = -1;
            var end = part.getLimit();
            if (part.getType() == Part.Type.ARG_START) {
                var argument = parsed.getPart(i + 1).getValue();
                counted.push(part.getArgType().hasPluralStyle() || counted.isEmpty() ? argument : counted.element());
                if (isShown(parsed, i)) {
                    word = argument;
                    end = parsed.getPart(parsed.getLimitPartIndex(i)).getLimit();
                }
            } else if (part.getType() == Part.Type.ARG_LIMIT) {
                counted.pop();
            } else if (part.getType() == Part.Type.REPLACE_NUMBER) {
                word = counted.element();
            }
            if (word >= 0) {
                pattern.append(written, copied, part.getIndex())
                        .append('{')
                        .append(WORDS + word)
                        .append('}');
                copied = end;
            }
        }
        return pattern.append(written, copied, written.length()).toString();
    }

    /** Whether the argument that begins here is shown as it is, or as a number without further style. */
    private static boolean isShown(MessagePattern parsed, int start) {
        var type = parsed.getPart(start).getArgType();
        return type == ArgType.NONE
                || type == ArgType.SIMPLE
                        && parsed.getLimitPartIndex(start) == start + 3
                        && parsed.partSubstringMatches(parsed.getPart(start + 2), "number");
    }

    /** The arguments, and after them the same in words. */
    static Object[] arguments(Locale region, Object... arguments) {
        var formats = new Formats(region, ZoneOffset.UTC);
        var all = new Object[WORDS + arguments.length];
        for (var i = 0; i < arguments.length; i++) {
            all[i] = arguments[i];
            all[WORDS + i] = arguments[i] instanceof Number number ? words(formats, number) : arguments[i];
        }
        return all;
    }

    private static String words(Formats formats, Number number) {
        if (number instanceof Integer || number instanceof Long) {
            return formats.number(number.longValue());
        }
        var value = new BigDecimal(number.toString())
                .setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return formats.decimal(value, Math.max(0, value.scale()));
    }
}
