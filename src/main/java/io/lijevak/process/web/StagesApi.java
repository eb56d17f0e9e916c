package io.lijevak.process.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Slice;
import io.lijevak.process.AddStage;
import io.lijevak.process.ChangeStage;
import io.lijevak.process.RetireStage;
import io.lijevak.process.Stage;
import io.lijevak.process.StageId;
import io.lijevak.process.Stages;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The reference of stages, in its order, retired ones included. */
@RestController
@RequestMapping("/api/v1/stages")
class StagesApi {
    private final Stages stages;
    private final AddStage add;
    private final ChangeStage change;
    private final RetireStage retire;

    /** What is written to add a stage, or to change it, then with its version. */
    record Body(
            @Nullable Integer version,
            @Nullable String name,
            @Nullable String description) {}

    StagesApi(Stages stages, AddStage add, ChangeStage change, RetireStage retire) {
        this.stages = stages;
        this.add = add;
        this.change = change;
        this.retire = retire;
    }

    @GetMapping
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    Slice<Stage> list() {
        return new Slice<>(stages.all(), null);
    }

    @GetMapping("/{id}")
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    Stage get(@PathVariable StageId id) {
        return stages.require(id);
    }

    @PostMapping
    @Allow(resource = Resource.PROCESS, action = Action.CREATE)
    ResponseEntity<Stage> create(@RequestBody Body body, CurrentUser user) {
        var id = add.named(body.name() == null ? "" : body.name(), body.description(), user);
        return ResponseEntity.created(URI.create("/api/v1/stages/" + id)).body(stages.require(id));
    }

    @PutMapping("/{id}")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    Stage change(@PathVariable StageId id, @RequestBody Body body, CurrentUser user) {
        if (body.version() == null) {
            throw InvalidInput.at("version", "process.error.version.missing");
        }
        change.to(id, body.version(), body.name() == null ? "" : body.name(), body.description(), user);
        return stages.require(id);
    }

    /** Takes it out of use; refused while a deal type has it among its steps. */
    @PostMapping("/{id}/retirement")
    @Allow(resource = Resource.PROCESS, action = Action.ARCHIVE)
    Stage retire(@PathVariable StageId id, CurrentUser user) {
        retire.retire(id, user);
        return stages.require(id);
    }

    @DeleteMapping("/{id}/retirement")
    @Allow(resource = Resource.PROCESS, action = Action.ARCHIVE)
    Stage restore(@PathVariable StageId id, CurrentUser user) {
        retire.restore(id, user);
        return stages.require(id);
    }
}
