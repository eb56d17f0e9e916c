package io.lijevak.tasks.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.process.Answers;
import io.lijevak.tasks.Assignments;
import io.lijevak.tasks.CommentTask;
import io.lijevak.tasks.CompleteTask;
import io.lijevak.tasks.Completion;
import io.lijevak.tasks.TaskDraft;
import io.lijevak.tasks.TaskId;
import io.lijevak.tasks.Tasks;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done with a task: completion, the steps of an assignment, remarks. */
@RestController
@RequestMapping("/api/v1/tasks/{id}")
class TaskStepsApi {
    private final Tasks tasks;
    private final CompleteTask complete;
    private final Assignments assignments;
    private final CommentTask comment;

    /** The next step of the deal, asked for with the last one. */
    record Next(@Nullable String title, @Nullable String due) {}

    /**
     * How a task is completed; {@code answers} are those to the missing requirements of a process task, by the fields
     * that the refusal names.
     */
    record CompletionBody(
            @Nullable String result,
            @Nullable Next next,
            @Nullable Map<String, @Nullable String> answers,
            @Nullable String overrideReason) {}

    /** A step of an assignment: {@code accepted}, {@code refused}, {@code confirmed}, {@code returned}. */
    record StepBody(@Nullable String step, @Nullable String reason) {}

    /** A remark. */
    record CommentBody(@Nullable String text) {}

    TaskStepsApi(Tasks tasks, CompleteTask complete, Assignments assignments, CommentTask comment) {
        this.tasks = tasks;
        this.complete = complete;
        this.assignments = assignments;
        this.comment = comment;
    }

    @PostMapping("/completion")
    @Allow(resource = Resource.TASK, action = Action.EDIT)
    TaskJson complete(@PathVariable TaskId id, @RequestBody CompletionBody body, CurrentUser user) {
        var answers = Answers.of(body.answers(), body.overrideReason());
        var next = next(body.next(), user.timeZone());
        complete.with(id, new Completion(body.result(), next, answers.given(), answers.overrideReason()), user);
        return TaskJson.of(tasks.require(id, user));
    }

    @PostMapping("/steps")
    @Allow(resource = Resource.TASK, action = Action.EDIT)
    TaskJson step(@PathVariable TaskId id, @RequestBody StepBody body, CurrentUser user) {
        switch (body.step() == null ? "" : body.step()) {
            case "accepted" -> assignments.accept(id, user);
            case "refused" -> assignments.refuse(id, body.reason(), user);
            case "confirmed" -> assignments.confirm(id, user);
            case "returned" -> assignments.giveBack(id, body.reason(), user);
            default -> throw InvalidInput.at("step", "tasks.error.step");
        }
        return TaskJson.of(tasks.require(id, user));
    }

    @PostMapping("/comments")
    @Allow(resource = Resource.TASK, action = Action.EDIT)
    TaskJson comment(@PathVariable TaskId id, @RequestBody CommentBody body, CurrentUser user) {
        comment.with(body.text() == null ? "" : body.text(), id, user);
        return TaskJson.of(tasks.require(id, user));
    }

    private static @Nullable TaskDraft next(@Nullable Next next, ZoneId zone) {
        return next == null ? null : TaskDraft.step(next.title(), TaskJson.moment(next.due(), zone));
    }
}
