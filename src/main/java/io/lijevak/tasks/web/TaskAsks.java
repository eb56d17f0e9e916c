package io.lijevak.tasks.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Back;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.tasks.Due;
import io.lijevak.tasks.LastSteps;
import io.lijevak.tasks.TaskId;
import io.lijevak.tasks.Tasks;
import io.lijevak.users.CurrentUser;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together the forms that end a task or move it on. */
@Component
class TaskAsks {
    private final Tasks tasks;
    private final LastSteps last;
    private final DueReading dues;

    TaskAsks(Tasks tasks, LastSteps last, DueReading dues) {
        this.tasks = tasks;
        this.last = last;
        this.dues = dues;
    }

    TaskPage.Ask of(TaskId id, Form form, CurrentUser user, Ui ui) {
        var task = tasks.require(id, user);
        return new TaskPage.Ask(
                task,
                form,
                dues.presets(user, ui),
                last.isLast(task),
                last.isDemanded(task),
                Back.or(form.value("back"), "/tasks"));
    }

    /** The form elsewhere in which a task is completed, null when it has its own; it returns where it was opened. */
    @Nullable
    String formElsewhere(TaskId id, String back, CurrentUser user) {
        var about = tasks.require(id, user).about();
        if (about.form() == null && about.point() == null) {
            return null;
        }
        var form = about.form() == null ? "/process/points/" + about.point() + "/completion" : about.form();
        return new PageLink(form, Map.of("back", Back.or(back, "/tasks"))).toString();
    }

    /** The moment a task is to be moved to: a preset that was pressed, else the words that were typed. */
    Due due(Form form, Locale region, CurrentUser user) {
        var reader = form.reader(region);
        var field = form.value("preset").isBlank() ? "due" : "preset";
        var due = dues.read(field, form, reader, user);
        reader.check();
        if (due == null) {
            throw InvalidInput.at("due", "tasks.error.due.missing");
        }
        return due;
    }
}
