package io.lijevak.tasks;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.People;
import io.lijevak.users.Person;
import io.lijevak.users.PersonId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is wrong with a task as somebody writes it down. */
@Component
class TaskRules {
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_TEXT = 4_000;
    private static final int SHORTEST_MINUTES = 5;
    private static final int LONGEST_MINUTES = 1_440;
    private final People people;
    private final Clock clock;

    TaskRules(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    void check(TaskDraft draft) {
        var problems = new ArrayList<FieldProblem>();
        var title = draft.title();
        if (title == null || title.isBlank()) {
            problems.add(new FieldProblem("title", "tasks.error.title.missing"));
        } else if (title.strip().length() > LONGEST_TITLE) {
            problems.add(new FieldProblem("title", "tasks.error.long", LONGEST_TITLE));
        }
        checkText("details", draft.details(), problems);
        var minutes = draft.minutes();
        if (minutes != null && (minutes < SHORTEST_MINUTES || minutes > LONGEST_MINUTES)) {
            problems.add(new FieldProblem("minutes", "tasks.error.minutes", SHORTEST_MINUTES, LONGEST_MINUTES));
        }
        checkDue("due", draft.due(), draft.acceptPast(), problems);
        checkExecutor(draft.executor(), problems);
        refuse(problems);
    }

    void checkText(String field, @Nullable String text, List<FieldProblem> problems) {
        if (text != null && text.length() > LONGEST_TEXT) {
            problems.add(new FieldProblem(field, "tasks.error.long", LONGEST_TEXT));
        }
    }

    /** A deadline in the past is asked about: it is seldom meant. */
    void checkDue(String field, @Nullable Due due, boolean acceptPast, List<FieldProblem> problems) {
        if (due != null && !acceptPast && due.at().isBefore(clock.instant())) {
            problems.add(new FieldProblem(field, "tasks.error.due.past"));
        }
    }

    private void checkExecutor(@Nullable Long executor, List<FieldProblem> problems) {
        if (executor != null
                && people.find(new PersonId(executor)).filter(Person::active).isEmpty()) {
            problems.add(new FieldProblem("executor", "tasks.error.executor.gone"));
        }
    }

    void requireActive(long executor) {
        var problems = new ArrayList<FieldProblem>();
        checkExecutor(executor, problems);
        refuse(problems);
    }

    static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
