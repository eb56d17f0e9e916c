package io.lijevak.tasks.web;

import io.lijevak.platform.web.Form;
import io.lijevak.tasks.Task;
import org.jspecify.annotations.Nullable;

/** The form of a task, new or to be changed; deal and customer are shown by name. */
public record NewTaskPage(@Nullable Task task, Form form, String deal, String customer, String back) {
    public boolean isNew() {
        return task == null;
    }

    public String action() {
        return task == null ? "/tasks" : "/tasks/" + task.id();
    }
}
