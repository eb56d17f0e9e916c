package io.lijevak.process.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Slice;
import io.lijevak.process.AddDealType;
import io.lijevak.process.ChangeDealType;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypeDraft;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.StageId;
import io.lijevak.process.Step;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Deal types with their present steps. */
@RestController
@RequestMapping("/api/v1/deal-types")
class DealTypesApi {
    private final DealTypes types;
    private final AddDealType add;
    private final ChangeDealType change;

    /** A deal type as it is answered. */
    record Answer(
            DealTypeId id,
            String name,
            String mode,
            boolean useAllowed,
            int stepsVersion,
            List<Step> steps,
            int version) {
        static Answer of(DealType type) {
            return new Answer(
                    type.id(),
                    type.name(),
                    type.mode().word(),
                    type.useAllowed(),
                    type.stepsVersion(),
                    type.steps(),
                    type.version());
        }
    }

    /** What is written to add a deal type, or to change it, then with its version. */
    record Body(
            @Nullable Integer version,
            @Nullable String name,
            @Nullable String mode,
            @Nullable Boolean useAllowed,
            @Nullable List<StepBody> steps) {}

    /** A stage at its place. */
    record StepBody(
            @Nullable Long stage,
            @Nullable Integer normDays,
            @Nullable Integer probability) {}

    DealTypesApi(DealTypes types, AddDealType add, ChangeDealType change) {
        this.types = types;
        this.add = add;
        this.change = change;
    }

    @GetMapping
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    Slice<Answer> list() {
        return new Slice<>(types.all().stream().map(Answer::of).toList(), null);
    }

    @GetMapping("/{id}")
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    Answer get(@PathVariable DealTypeId id) {
        return Answer.of(types.require(id));
    }

    @PostMapping
    @Allow(resource = Resource.PROCESS, action = Action.CREATE)
    ResponseEntity<Answer> create(@RequestBody Body body, CurrentUser user) {
        var id = add.from(draft(body), user);
        return ResponseEntity.created(URI.create("/api/v1/deal-types/" + id)).body(get(id));
    }

    @PutMapping("/{id}")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    Answer change(@PathVariable DealTypeId id, @RequestBody Body body, CurrentUser user) {
        if (body.version() == null) {
            throw InvalidInput.at("version", "process.error.version.missing");
        }
        change.to(id, body.version(), draft(body), user);
        return get(id);
    }

    private static DealTypeDraft draft(Body body) {
        var mode = Stream.of(DealMode.values())
                .filter(value -> value.word().equals(body.mode()))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("mode", "process.error.type.modeUnknown"));
        var steps = body.steps() == null ? List.<StepBody>of() : body.steps();
        return new DealTypeDraft(
                body.name() == null ? "" : body.name(),
                mode,
                body.useAllowed() == null ? mode != DealMode.AUTOMATIC : body.useAllowed(),
                steps.stream().map(DealTypesApi::step).toList());
    }

    private static DealTypeDraft.StepDraft step(StepBody step) {
        var stage = step.stage() == null ? 0 : step.stage();
        return new DealTypeDraft.StepDraft(new StageId(stage), step.normDays(), step.probability());
    }
}
