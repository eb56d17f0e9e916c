package io.lijevak.process.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Slice;
import io.lijevak.process.AddRecordProcess;
import io.lijevak.process.ChangeRecordProcess;
import io.lijevak.process.RecordProcess;
import io.lijevak.process.RecordProcessDraft;
import io.lijevak.process.RecordProcessMaps;
import io.lijevak.process.RecordProcesses;
import io.lijevak.process.SettleRecordProcess;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Processes about records other than deals: what is settled of them, and their routes as BPMN. */
@RestController
@RequestMapping("/api/v1/record-processes")
class RecordProcessesApi {
    private final RecordProcesses processes;
    private final RecordProcessMaps maps;
    private final AddRecordProcess add;
    private final SettleRecordProcess settle;
    private final ChangeRecordProcess change;

    /** A process as it is answered; steps are told where the route is a line of points. */
    record Answer(
            String key,
            String name,
            String about,
            boolean useAllowed,
            boolean byDefault,
            @Nullable List<String> steps,
            int routeVersion,
            int version) {}

    /**
     * What is written to add a process, or to change it, then with its version.
     *
     * @param about what it is about, such as {@code complaint}; asked of a new one only
     * @param copy key of the process that a new one begins with instead of steps
     */
    record Body(
            @Nullable Integer version,
            @Nullable String name,
            @Nullable String about,
            @Nullable Boolean useAllowed,
            @Nullable Boolean byDefault,
            @Nullable String copy,
            @Nullable List<String> steps) {

        RecordProcessDraft draft() {
            return new RecordProcessDraft(
                    name, !Boolean.FALSE.equals(useAllowed), Boolean.TRUE.equals(byDefault), steps);
        }
    }

    RecordProcessesApi(
            RecordProcesses processes,
            RecordProcessMaps maps,
            AddRecordProcess add,
            SettleRecordProcess settle,
            ChangeRecordProcess change) {
        this.processes = processes;
        this.maps = maps;
        this.add = add;
        this.settle = settle;
        this.change = change;
    }

    @GetMapping
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    Slice<Answer> list() {
        return new Slice<>(processes.all().stream().map(this::answer).toList(), null);
    }

    @GetMapping("/{key}")
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    Answer get(@PathVariable String key) {
        return answer(processes.require(key));
    }

    @PostMapping
    @Allow(resource = Resource.PROCESS, action = Action.CREATE)
    ResponseEntity<Answer> create(@RequestBody Body body, CurrentUser user) {
        var key = add.from(body.draft(), body.about(), body.copy(), user);
        return ResponseEntity.created(URI.create("/api/v1/record-processes/" + key))
                .body(get(key));
    }

    /** Replaces name and use; steps are replaced where they are told. */
    @PutMapping("/{key}")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    Answer change(@PathVariable String key, @RequestBody Body body, CurrentUser user) {
        if (body.version() == null) {
            throw InvalidInput.at("version", "process.error.version.missing");
        }
        settle.to(key, body.version(), body.draft(), user);
        return get(key);
    }

    @GetMapping("/{key}/route.bpmn")
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    ResponseEntity<byte[]> bpmn(
            @PathVariable String key, @RequestParam(required = false) @Nullable Integer version, CurrentUser user) {
        return BpmnDownload.of(maps.bpmn(key, version, user), key, version);
    }

    /** Makes a BPMN 2.0 file the next version of the route; {@code version} is that of the present route. */
    @PostMapping(path = "/{key}/route", consumes = MediaType.APPLICATION_XML_VALUE)
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    Answer upload(@PathVariable String key, @RequestParam int version, @RequestBody byte[] file, CurrentUser user) {
        change.upload(file, key, version, user);
        return get(key);
    }

    private Answer answer(RecordProcess process) {
        return new Answer(
                process.key(),
                process.name(),
                process.subjectKind(),
                process.useAllowed(),
                process.byDefault(),
                processes.steps(process.key()).orElse(null),
                process.version(),
                process.revision());
    }
}
