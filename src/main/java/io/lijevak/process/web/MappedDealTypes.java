package io.lijevak.process.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.MigrateRuns;
import io.lijevak.process.StageId;
import io.lijevak.process.TypeMaps;
import io.lijevak.process.UploadRoute;
import io.lijevak.process.web.TypeMapPage.Gone;
import io.lijevak.users.CurrentUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deal types with their maps. */
@Component
class MappedDealTypes implements MappedProcesses {
    private static final String ID = "\\d{1,18}";
    private final TypeMaps maps;
    private final UploadRoute upload;
    private final MigrateRuns migrate;
    private final DealTypes types;

    MappedDealTypes(TypeMaps maps, UploadRoute upload, MigrateRuns migrate, DealTypes types) {
        this.maps = maps;
        this.upload = upload;
        this.migrate = migrate;
        this.types = types;
    }

    @Override
    public String path() {
        return "deal-types";
    }

    @Override
    public String fileName(String key) {
        return "deal-type-" + key;
    }

    @Override
    public TypeMapPage page(String key, @Nullable Integer version, Form form, CurrentUser user) {
        var map = maps.of(id(key), version, user);
        var present = types.require(id(key));
        var head = new TypeMapPage.Head(
                "/deal-types/" + key,
                "/settings/deal-types/" + key,
                present.stepsVersion(),
                present.version(),
                present.mode() == DealMode.AUTOMATIC);
        var targets = present.steps().stream()
                .map(step -> Option.of(step.stage(), step.name()))
                .toList();
        return TypeMapPage.of(map, head, older -> gone(present, types.require(id(key), older)), targets, form);
    }

    private static List<Gone> gone(DealType present, DealType older) {
        return older.steps().stream()
                .filter(step -> present.indexOf(step.stage()) < 0)
                .map(step -> new Gone("stage-" + step.stage(), step.name()))
                .toList();
    }

    @Override
    public byte[] bpmn(String key, @Nullable Integer version, CurrentUser user) {
        return maps.bpmn(id(key), version, user);
    }

    @Override
    public int upload(byte[] file, String key, int version, CurrentUser user) {
        return upload.from(file, id(key), version, user);
    }

    @Override
    public int migrate(String key, int from, Map<String, String> mapping, CurrentUser user) {
        var stages = new HashMap<StageId, StageId>();
        mapping.forEach((stage, to) -> {
            if (!to.matches(ID)) {
                throw InvalidInput.at("stage-" + stage, "platform.problem.choice", to);
            }
            if (stage.matches(ID)) {
                stages.put(StageId.valueOf(stage), StageId.valueOf(to));
            }
        });
        return migrate.of(id(key), from, stages, user);
    }

    private static DealTypeId id(String key) {
        if (!key.matches(ID)) {
            throw new RecordNotFound("deal type", key);
        }
        return DealTypeId.valueOf(key);
    }
}
