package io.lijevak.tasks.web;

import io.lijevak.platform.Named;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.ListedPage;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.tasks.Task;
import io.lijevak.tasks.TaskFilter;
import io.lijevak.tasks.TaskKind;
import io.lijevak.tasks.TaskList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page of tasks in groups; its whole state stands in the address. */
public record TaskListPage(PageLink link, TaskFilter filter, Slice<Task> slice, int count) implements ListedPage {

    /** Tasks that stand together under a heading; its address is that of the deal. */
    public record Group(String title, @Nullable String href, List<Task> tasks) {}

    public List<Group> groups(Ui ui) {
        var groups = new ArrayList<Group>();
        String last = null;
        for (var task : slice.items()) {
            var title = title(task, ui);
            if (!Objects.equals(title, last)) {
                groups.add(new Group(title, href(task), new ArrayList<>()));
                last = title;
            }
            groups.getLast().tasks().add(task);
        }
        return groups;
    }

    public String total(Ui ui) {
        return count >= TaskList.COUNTED
                ? ui.f().number(TaskList.COUNTED) + "+"
                : ui.f().number(count);
    }

    /** The same list with another value of one parameter, from its beginning. */
    public String with(String name, @Nullable String value) {
        return beginning().with(name, value).toString();
    }

    public boolean narrows() {
        return Stream.of("kind", "person", "deal", "customer", "q", "promisedFrom")
                .anyMatch(name -> !link.value(name).isEmpty());
    }

    public String cleared() {
        return link.without(
                        "kind", "person", "deal", "customer", "q", "promisedFrom", "promisedTo", "late", "next", "from")
                .toString();
    }

    /** Which assignments are shown, by the deadline their author gave, in words; empty when that is not asked. */
    public String promised(Ui ui) {
        var promised = filter.promised();
        return promised == null
                ? ""
                : ui.t(
                        promised.late() ? "tasks.filter.promised.late" : "tasks.filter.promised",
                        ui.f().date(promised.from()),
                        ui.f().date(promised.to()));
    }

    public List<Option> kinds(Ui ui) {
        return Stream.of(TaskKind.values())
                .map(kind -> Option.of(kind.name().toLowerCase(Locale.ROOT), ui.t("tasks.kind." + kind)))
                .toList();
    }

    private String title(Task task, Ui ui) {
        return switch (filter.group()) {
            case DEAL -> named(task.about().deal(), ui.t("tasks.group.noDeal"));
            case STAGE -> named(task.about().stage(), ui.t("tasks.group.noStage"));
            case DUE -> section(task, ui);
        };
    }

    private @Nullable String href(Task task) {
        var deal = task.about().deal();
        return filter.group() == TaskFilter.Group.DEAL && deal != null ? "/deals/" + deal.id() : null;
    }

    private String section(Task task, Ui ui) {
        var due = task.term().due();
        if (filter.when() == TaskFilter.When.DONE) {
            var closed = task.course().closed();
            return closed == null ? "" : ui.day(ui.f().day(closed));
        }
        if (due == null) {
            return ui.t("tasks.section.someday");
        }
        return task.isOverdue(ui.now())
                ? ui.t("tasks.section.overdue")
                : ui.day(ui.f().day(due));
    }

    private static String named(@Nullable Named named, String otherwise) {
        return named == null ? otherwise : named.name();
    }
}
