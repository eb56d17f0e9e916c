package io.lijevak.process.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Slice;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.Instructions;
import io.lijevak.process.ReadStepRules;
import io.lijevak.process.StepRules;
import io.lijevak.process.TypeMaps;
import io.lijevak.process.TypeVersions;
import io.lijevak.users.CurrentUser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the API answers of versions of deal types. */
@Component
class VersionAnswers {
    private static final StepRules NOTHING = new StepRules(null, null, List.of());
    private final TypeVersions versions;
    private final DealTypes types;
    private final ReadStepRules rules;
    private final Instructions instructions;
    private final TypeMaps maps;

    VersionAnswers(
            TypeVersions versions, DealTypes types, ReadStepRules rules, Instructions instructions, TypeMaps maps) {
        this.versions = versions;
        this.types = types;
        this.rules = rules;
        this.instructions = instructions;
        this.maps = maps;
    }

    Slice<VersionJson> all(DealTypeId id, @Nullable String next) {
        if (next != null && !next.matches("\\d{1,9}")) {
            throw InvalidInput.at("next", "platform.error.cursor");
        }
        var present = types.require(id).stepsVersion();
        var page = versions.of(id, next == null ? null : Integer.valueOf(next));
        return new Slice<>(
                page.items().stream()
                        .map(version -> VersionJson.of(version, present))
                        .toList(),
                page.next());
    }

    VersionJson one(DealTypeId id, int version, CurrentUser user) {
        var head =
                VersionJson.of(versions.require(id, version), types.require(id).stepsVersion());
        var type = types.require(id, version);
        if (!type.hasSteps()) {
            return head.with(List.of(), null, null);
        }
        return head.with(
                steps(type, version),
                maps.of(id, version, user).route().model(),
                "/api/v1/deal-types/" + id + "/versions/" + version + "/route.bpmn");
    }

    byte[] bpmn(DealTypeId id, int version, CurrentUser user) {
        versions.require(id, version);
        return maps.bpmn(id, version, user);
    }

    private List<StepJson> steps(DealType type, int version) {
        var said = rules.of(type.id(), version);
        var files = instructions.attached(
                type.id(),
                said.values().stream()
                        .map(StepRules::files)
                        .flatMap(List::stream)
                        .distinct()
                        .toList());
        return type.steps().stream()
                .map(step -> StepJson.of(step, said.getOrDefault(step.stage(), NOTHING), files))
                .toList();
    }
}
