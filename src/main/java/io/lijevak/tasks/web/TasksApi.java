package io.lijevak.tasks.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.FilterCheck;
import io.lijevak.platform.web.JsonPatches;
import io.lijevak.tasks.PlanTask;
import io.lijevak.tasks.TaskFilter;
import io.lijevak.tasks.TaskId;
import io.lijevak.tasks.TaskKind;
import io.lijevak.tasks.TaskList;
import io.lijevak.tasks.Tasks;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Tasks: list with filters and keyset paging, get, create, change. */
@RestController
@RequestMapping("/api/v1/tasks")
class TasksApi {
    private static final int MOST = 200;
    private static final Set<String> FILTERS = Set.of(
            "whose",
            "person",
            "when",
            "group",
            "kind",
            "deal",
            "customer",
            "q",
            "next",
            "limit",
            "promisedFrom",
            "promisedTo",
            "late");
    private final TaskList list;
    private final Tasks tasks;
    private final PlanTask plan;
    private final TaskPatch patch;
    private final JsonPatches patches;

    TasksApi(TaskList list, Tasks tasks, PlanTask plan, TaskPatch patch, JsonPatches patches) {
        this.list = list;
        this.tasks = tasks;
        this.plan = plan;
        this.patch = patch;
        this.patches = patches;
    }

    @GetMapping
    @Allow(resource = Resource.TASK, action = Action.VIEW)
    Slice<TaskJson> list(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "50") int limit,
            CurrentUser user) {
        parameters.keySet().stream()
                .filter(name -> !FILTERS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw InvalidInput.at(name, "platform.api.field.unknown");
                });
        FilterCheck.of(parameters)
                .choice("whose", TaskFilter.Whose.values())
                .choice("when", TaskFilter.When.values())
                .choice("group", TaskFilter.Group.values())
                .choice("kind", TaskKind.values())
                .id("person")
                .id("deal")
                .id("customer")
                .check();
        var page = list.page(TaskFilter.of(parameters), parameters.get("next"), Math.clamp(limit, 1, MOST), user);
        return new Slice<>(page.items().stream().map(TaskJson::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Allow(resource = Resource.TASK, action = Action.VIEW)
    TaskJson get(@PathVariable TaskId id, CurrentUser user) {
        return TaskJson.of(tasks.require(id, user));
    }

    @PostMapping
    @Allow(resource = Resource.TASK, action = Action.CREATE)
    ResponseEntity<TaskJson> create(@RequestBody TaskJson.Body body, CurrentUser user) {
        var id = plan.from(body.draft(user.timeZone()), user);
        return ResponseEntity.created(URI.create("/api/v1/tasks/" + id)).body(get(id, user));
    }

    /** A merge patch; with a version it is refused when the task has changed since. */
    @PatchMapping("/{id}")
    @Allow(resource = Resource.TASK, action = Action.EDIT)
    TaskJson change(@PathVariable TaskId id, @RequestBody JsonNode body, CurrentUser user) {
        var task = tasks.require(id, user);
        patch.apply(task, patches.apply(TaskJson.Body.of(task, user.timeZone()), body, TaskJson.Body.class), user);
        return get(id, user);
    }
}
