package io.lijevak.process;

import io.lijevak.platform.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What holds for the events of a step, as pure checks; problems carry the path of their field. */
final class StepEventRules {
    static final int MOST = 10;
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_TERM = 365;

    private StepEventRules() {}

    /** What is wrong; {@code isAddressee} tells whether a written addressee is somebody. */
    static List<FieldProblem> problems(List<StepEvent> events, Predicate<String> isAddressee) {
        var problems = new ArrayList<FieldProblem>();
        if (events.size() > MOST) {
            problems.add(new FieldProblem("events", "process.error.events.many", MOST));
        }
        for (int index = 0; index < events.size(); index++) {
            var event = events.get(index);
            var path = "events[" + index + "].";
            if (event.title().isBlank()) {
                problems.add(new FieldProblem(path + "title", "process.error.event.title"));
            } else if (event.title().length() > LONGEST_TITLE) {
                problems.add(new FieldProblem(path + "title", "process.error.name.long", LONGEST_TITLE));
            }
            if (event.due() < 1 || event.due() > LONGEST_TERM) {
                problems.add(new FieldProblem(path + "due", "process.error.event.due", LONGEST_TERM));
            }
            if (event.addressee() != null && !isAddressee.test(event.addressee())) {
                problems.add(new FieldProblem(path + "addressee", "process.error.addressee"));
            }
        }
        return problems;
    }
}
