package io.lijevak.platform.web;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a form field by field and collects what is wrong; {@link #check} refuses with all problems at once. */
public final class FormReader {
    private static final BigDecimal LIMIT = new BigDecimal("1e17");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./](\\d{4})\\.?");
    private final Form form;
    private final NumberReader numbers;
    private final List<FieldProblem> problems = new ArrayList<>();

    FormReader(Form form, Locale region) {
        this.form = form;
        this.numbers = new NumberReader(region);
    }

    /** The text without spaces around it, null when blank. */
    public @Nullable String text(String name) {
        var value = form.value(name).strip();
        return value.isEmpty() ? null : value;
    }

    /** The text, a problem when blank. */
    public String required(String name) {
        var value = text(name);
        if (value == null) {
            problem(name, "platform.problem.required");
        }
        return value == null ? "" : value;
    }

    public @Nullable BigDecimal decimal(String name) {
        return read(
                name,
                "platform.problem.number",
                typed -> numbers.read(typed)
                        .filter(number -> number.abs().compareTo(LIMIT) < 0)
                        .orElse(null));
    }

    /** A number with two decimals at most. */
    public @Nullable BigDecimal amount(String name) {
        var number = decimal(name);
        if (number != null && number.stripTrailingZeros().scale() > 2) {
            problem(name, "platform.problem.amount.decimals");
        }
        return number;
    }

    public @Nullable Integer integer(String name) {
        return read(name, "platform.problem.integer", typed -> {
            try {
                return numbers.read(typed).map(BigDecimal::intValueExact).orElse(null);
            } catch (ArithmeticException e) {
                return null;
            }
        });
    }

    /** A date as the browser's date field sends it, or typed with the day first. */
    public @Nullable LocalDate date(String name) {
        return read(name, "platform.problem.date", FormReader::dated);
    }

    /** A day and time as the browser's field sends them, by the reader's clock. */
    public @Nullable LocalDateTime dateTime(String name) {
        return read(name, "platform.problem.dateTime", typed -> {
            try {
                var moment = LocalDateTime.parse(typed.replace(' ', 'T'));
                return moment.getYear() < 1900 || moment.getYear() > 2199 ? null : moment;
            } catch (DateTimeException e) {
                return null;
            }
        });
    }

    public @Nullable Long id(String name) {
        return read(name, "platform.problem.choice", typed -> typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null);
    }

    /** The ids of a field that is sent several times. */
    public List<Long> ids(String name) {
        return form.values(name).stream()
                .filter(v -> v.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
    }

    public boolean flag(String name) {
        return Stream.of("true", "on", "1").anyMatch(form.value(name)::equals);
    }

    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        return read(
                name,
                "platform.problem.choice",
                typed -> Stream.of(type.getEnumConstants())
                        .filter(constant -> constant.name().equalsIgnoreCase(typed))
                        .findFirst()
                        .orElse(null));
    }

    /** Adds a problem that the fields alone do not show. */
    public void problem(String field, String messageKey, Object... arguments) {
        problems.add(new FieldProblem(field, messageKey, arguments));
    }

    /** Adds a problem that a use case found. */
    public void problem(FieldProblem problem) {
        problems.add(problem);
    }

    public List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    /** Refuses the form when anything was wrong. */
    public void check() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private <T> @Nullable T read(String name, String messageKey, Function<String, @Nullable T> reading) {
        var typed = text(name);
        if (typed == null) {
            return null;
        }
        var value = reading.apply(typed);
        if (value == null) {
            problem(name, messageKey, typed);
        }
        return value;
    }

    private static @Nullable LocalDate dated(String typed) {
        var bare = typed.replaceAll("[\\s\\u00a0]+", "");
        var iso = ISO.matcher(bare);
        var dayFirst = DAY_FIRST.matcher(bare);
        try {
            if (iso.matches()) {
                return plausible(iso.group(1), iso.group(2), iso.group(3));
            }
            return dayFirst.matches() ? plausible(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1)) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate plausible(String year, String month, String day) {
        var date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        return date.getYear() < 1900 || date.getYear() > 2199 ? null : date;
    }
}
