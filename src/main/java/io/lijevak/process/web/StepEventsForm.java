package io.lijevak.process.web;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.web.Form;
import io.lijevak.process.StepEvent;
import io.lijevak.process.StepEvent.Kind;
import io.lijevak.process.StepEvent.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of the form of a step that say what is planned when its stage is entered. */
final class StepEventsForm {
    private static final String COUNT = "events";
    private static final List<String> FIELDS = List.of("kind", "title", "addressee", "due", "unit");
    private static final Pattern PATH = Pattern.compile("events\\[(\\d+)]\\.(\\w+)");
    private static final int MOST_DIGITS = 6;

    private StepEventsForm() {}

    static Map<String, Object> values(List<StepEvent> events) {
        return valuesOf(events.stream().map(StepEventsForm::typed).toList());
    }

    /** The rows as they were typed, after a button of the form: one added, or one taken away. */
    static Map<String, Object> edited(Form form) {
        var rows = new ArrayList<Map<String, String>>();
        for (int index = 0; index < count(form); index++) {
            var row = index;
            rows.add(FIELDS.stream().collect(Collectors.toMap(field -> field, field -> form.value(name(row, field)))));
        }
        var action = form.value("action");
        if (action.equals("addEvent")) {
            rows.add(typed(new StepEvent(Kind.TASK, "", null, 1, Unit.DAYS)));
        } else if (action.matches("removeEvent-\\d{1,2}")) {
            var row = Integer.parseInt(action.substring("removeEvent-".length()));
            if (row < rows.size()) {
                rows.remove(row);
            }
        }
        return valuesOf(rows);
    }

    private static Map<String, String> typed(StepEvent event) {
        return Map.of(
                "kind", event.kind().word(),
                "title", event.title(),
                "addressee", event.addressee() == null ? "responsible" : event.addressee(),
                "due", Integer.toString(event.due()),
                "unit", event.unit().word());
    }

    private static Map<String, Object> valuesOf(List<Map<String, String>> rows) {
        var values = new HashMap<String, Object>();
        values.put(COUNT, rows.size());
        for (int index = 0; index < rows.size(); index++) {
            var row = index;
            rows.get(index).forEach((field, value) -> values.put(name(row, field), value));
        }
        return values;
    }

    /** The events as they were typed; a term that is no whole number becomes 0, which is refused. */
    static List<StepEvent> events(Form form) {
        var events = new ArrayList<StepEvent>();
        for (int index = 0; index < count(form); index++) {
            var addressee = form.value(name(index, "addressee"));
            var due = form.value(name(index, "due")).strip();
            events.add(new StepEvent(
                    choice(form.value(name(index, "kind")), Kind.values()).orElse(Kind.TASK),
                    form.value(name(index, "title")).strip(),
                    addressee.isEmpty() || addressee.equals("responsible") ? null : addressee,
                    due.matches("\\d{1," + MOST_DIGITS + "}") ? Integer.parseInt(due) : 0,
                    choice(form.value(name(index, "unit")), Unit.values()).orElse(Unit.DAYS)));
        }
        return events;
    }

    static List<Integer> rows(Form form) {
        return Stream.iterate(0, row -> row + 1).limit(count(form)).toList();
    }

    static FieldProblem placed(FieldProblem problem) {
        var path = PATH.matcher(problem.field());
        return path.matches() ? problem.at(name(Integer.parseInt(path.group(1)), path.group(2))) : problem;
    }

    static <E extends Enum<E>> Optional<E> choice(String word, E[] values) {
        return Stream.of(values)
                .filter(value -> value.name().equalsIgnoreCase(word))
                .findFirst();
    }

    private static int count(Form form) {
        return form.value(COUNT).matches("\\d{1,2}") ? Integer.parseInt(form.value(COUNT)) : 0;
    }

    private static String name(int row, String field) {
        return "event-" + row + "-" + field;
    }
}
