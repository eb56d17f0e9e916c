package io.lijevak.process.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.process.StageHint;
import io.lijevak.process.StageHints;
import io.lijevak.process.StageId;
import io.lijevak.process.WriteStageHint;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What to do where a stage loses or holds deals, in the language of the token's owner until the company wrote its own. */
@RestController
@RequestMapping("/api/v1/stages/{id}/hint")
class StageHintApi {
    private final StageHints hints;
    private final WriteStageHint write;

    /** The own text, blank to show again the one that came along, with the version it changes; 0 = the first. */
    record Body(@Nullable Integer version, @Nullable String text) {}

    StageHintApi(StageHints hints, WriteStageHint write) {
        this.hints = hints;
        this.write = write;
    }

    @GetMapping
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    StageHint get(@PathVariable StageId id, CurrentUser user) {
        return hints.require(id, user.language());
    }

    @PutMapping
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    StageHint change(@PathVariable StageId id, @RequestBody Body body, CurrentUser user) {
        if (body.version() == null) {
            throw InvalidInput.at("version", "process.error.version.missing");
        }
        write.of(id, body.version(), body.text(), user);
        return hints.require(id, user.language());
    }
}
