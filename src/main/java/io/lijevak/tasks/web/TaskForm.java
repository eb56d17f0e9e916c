package io.lijevak.tasks.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Formats;
import io.lijevak.tasks.Task;
import io.lijevak.tasks.TaskDraft;
import io.lijevak.users.CurrentUser;
import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form of a task: its fields from the task, and the draft from its fields. */
@Component
class TaskForm {
    private final DueReading dues;

    TaskForm(DueReading dues) {
        this.dues = dues;
    }

    static Form of(Task task, Formats formats) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("version", task.version());
        values.put("title", task.title());
        values.put("details", task.details());
        values.put("due", DueReading.written(task.term().due(), task.term().allDay(), formats));
        values.put("minutes", task.term().minutes());
        values.put("important", task.important());
        return Form.of(values);
    }

    /** The task as it was written down; refuses what cannot be read. */
    TaskDraft draft(Form form, Locale region, CurrentUser user) {
        var reader = form.reader(region);
        var draft = new TaskDraft(
                reader.text("title"),
                reader.text("details"),
                reader.id("deal"),
                reader.id("customer"),
                reader.id("executor"),
                dues.read("due", form, reader, user),
                reader.integer("minutes"),
                reader.flag("important"),
                reader.flag("acceptPast"));
        if (draft.executor() == null && !form.value("executor__text").isBlank()) {
            reader.problem("executor", "tasks.error.executor.choose");
        }
        reader.check();
        return draft;
    }

    /** The next step told in the form that ends a task; null when nothing was told. */
    @Nullable
    TaskDraft next(Form form, Locale region, CurrentUser user) {
        var reader = form.reader(region);
        var due = dues.read("nextDue", form, reader, user);
        reader.check();
        var title = reader.text("nextTitle");
        return title == null && due == null ? null : TaskDraft.step(title, due);
    }
}
