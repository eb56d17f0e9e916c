package io.lijevak.tasks;

import org.springframework.stereotype.Component;

/** Whether a task is the last thing planned for its deal, so that its end asks what comes next. */
@Component
public class LastSteps {
    private final NextStepRule rule;

    LastSteps(NextStepRule rule) {
        this.rule = rule;
    }

    public boolean isLast(Task task) {
        return rule.without(task) != NextStepRule.Standing.PLANNED;
    }

    /** Whether the deal's type demands that the next step is told. */
    public boolean isDemanded(Task task) {
        return rule.without(task) == NextStepRule.Standing.DEMANDED;
    }
}
