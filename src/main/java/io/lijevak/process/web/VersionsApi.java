package io.lijevak.process.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Slice;
import io.lijevak.process.ChangeStepRules;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.StageId;
import io.lijevak.process.UploadRoute;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/** Versions of deal types: reading them, and the two changes that write the next one beside another order of stages. */
@RestController
@RequestMapping("/api/v1/deal-types/{id}")
class VersionsApi {
    private final VersionAnswers answers;
    private final DealTypes types;
    private final ChangeStepRules change;
    private final UploadRoute upload;

    VersionsApi(VersionAnswers answers, DealTypes types, ChangeStepRules change, UploadRoute upload) {
        this.answers = answers;
        this.types = types;
        this.change = change;
        this.upload = upload;
    }

    @GetMapping("/versions")
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    Slice<VersionJson> list(@PathVariable DealTypeId id, @RequestParam(required = false) @Nullable String next) {
        return answers.all(id, next);
    }

    @GetMapping("/versions/{version}")
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    VersionJson get(@PathVariable DealTypeId id, @PathVariable int version, CurrentUser user) {
        return answers.one(id, version, user);
    }

    @GetMapping("/versions/{version}/route.bpmn")
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    ResponseEntity<byte[]> bpmn(@PathVariable DealTypeId id, @PathVariable int version, CurrentUser user) {
        var file = answers.bpmn(id, version, user);
        var name = ContentDisposition.attachment()
                .filename("deal-type-" + id + "-v" + version + ".bpmn")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(file);
    }

    /** Makes a BPMN 2.0 file the next version of an automatic type; {@code version} is that of the type. */
    @PostMapping(path = "/route", consumes = MediaType.APPLICATION_XML_VALUE)
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    VersionJson upload(
            @PathVariable DealTypeId id, @RequestParam int version, @RequestBody byte[] file, CurrentUser user) {
        return answers.one(id, upload.from(file, id, version, user), user);
    }

    /** Changes all that a step says, as the next version; the answer is that version. */
    @PutMapping("/steps/{stage}")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    VersionJson change(
            @PathVariable DealTypeId id,
            @PathVariable StageId stage,
            @RequestBody StepJson.Body body,
            CurrentUser user) {
        var version = body.version();
        if (version == null) {
            throw InvalidInput.at("version", "process.error.version.missing");
        }
        change.to(body.rules(), List.of(), new ChangeStepRules.Place(id, version, stage), user);
        return answers.one(id, types.require(id).stepsVersion(), user);
    }
}
