package io.lijevak.tasks.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.tasks.Task;
import io.lijevak.tasks.TaskKind;
import io.lijevak.tasks.TaskState;
import io.lijevak.tasks.Tasks.Comment;
import io.lijevak.users.CurrentUser;
import java.util.List;

/** One task: itself, its remarks, and what the user may do with it. */
public record TaskPage(Task task, List<Comment> comments, boolean work, boolean check, CurrentUser user, Form form) {

    public boolean mayWork() {
        return work && task.isOpen();
    }

    /** Whether the user has been asked and may take it on or give it back. */
    public boolean asked() {
        return task.isChecked() && task.isOpen() && Long.valueOf(user.id()).equals(task.executorId());
    }

    public boolean mayAccept() {
        return asked() && task.course().accepted() == null;
    }

    public boolean mayConfirm() {
        return check && task.state() == TaskState.REPORTED;
    }

    public boolean mayChange() {
        return check && task.isOpen();
    }

    public boolean mayWithdraw() {
        return check && !task.isOver() && task.kind() != TaskKind.PROCESS;
    }

    public String path() {
        return "/tasks/" + task.id();
    }

    /** A form about the task, as a page and as a dialog. */
    public record Ask(Task task, Form form, List<Option> presets, boolean last, boolean demanded, String back) {
        public String path() {
            return "/tasks/" + task.id();
        }
    }
}
