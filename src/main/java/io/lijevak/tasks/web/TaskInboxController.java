package io.lijevak.tasks.web;

import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.tasks.TaskFilter;
import io.lijevak.tasks.TaskInbox;
import io.lijevak.tasks.TaskList;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** My tasks: the inbox by sections, or a list of a part of them, by the address. */
@Controller
class TaskInboxController {
    private static final int PAGE = 50;
    private static final int SOON_MINUTES = 15;
    private final TaskInbox inbox;
    private final TaskList list;
    private final DueReading dues;

    TaskInboxController(TaskInbox inbox, TaskList list, DueReading dues) {
        this.inbox = inbox;
        this.list = list;
        this.dues = dues;
    }

    @GetMapping("/tasks")
    @Allow(resource = Resource.TASK, action = Action.VIEW)
    String show(@RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        var link = new PageLink("/tasks", parameters);
        if (link.parameters().isEmpty()) {
            var stranded = inbox.stranded(user, InboxPage.COUNTED);
            model.addAttribute("page", InboxPage.of(link, inbox.of(user), stranded, user));
            return "tasks/inbox";
        }
        var filter = TaskFilter.of(link.parameters());
        var next = link.value("next");
        var slice = list.page(filter, next.isEmpty() ? null : next, PAGE, user);
        model.addAttribute("page", new TaskListPage(link, filter, slice, list.count(filter, user)));
        return "tasks/list";
    }

    /** How many are due, for the rail, with those that are due soon, and in how many seconds that will be another answer. */
    @GetMapping("/tasks/due")
    @Allow(resource = Resource.TASK, action = Action.VIEW)
    String due(CurrentUser user, Model model) {
        model.addAttribute("count", inbox.due(user));
        model.addAttribute("soon", inbox.soon(user, SOON_MINUTES));
        model.addAttribute("again", inbox.untilNext(user, SOON_MINUTES).toSeconds() + 1);
        return "tasks/due";
    }

    /** What a typed deadline means, while it is typed. */
    @GetMapping("/tasks/when")
    @Allow(resource = Resource.TASK, action = Action.VIEW)
    String when(
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String nextDue,
            CurrentUser user,
            @ModelAttribute(name = "ui", binding = false) Ui ui,
            Model model) {
        var words = due.isBlank() ? nextDue : due;
        model.addAttribute("words", words);
        model.addAttribute("due", dues.read(words, user));
        return "tasks/when";
    }
}
