package io.lijevak.process.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.process.ChangeRecordProcess;
import io.lijevak.process.MigrateProcess;
import io.lijevak.process.RecordProcessMaps;
import io.lijevak.process.RecordProcesses;
import io.lijevak.process.RouteModel;
import io.lijevak.process.RouteModel.Node;
import io.lijevak.process.web.TypeMapPage.Gone;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Processes about records other than deals with their maps. */
@Component
class MappedRecordProcesses implements MappedProcesses {
    private final RecordProcessMaps maps;
    private final RecordProcesses processes;
    private final ChangeRecordProcess change;
    private final MigrateProcess migrate;

    MappedRecordProcesses(
            RecordProcessMaps maps, RecordProcesses processes, ChangeRecordProcess change, MigrateProcess migrate) {
        this.maps = maps;
        this.processes = processes;
        this.change = change;
        this.migrate = migrate;
    }

    @Override
    public String path() {
        return "processes";
    }

    @Override
    public String fileName(String key) {
        return key;
    }

    @Override
    public TypeMapPage page(String key, @Nullable Integer version, Form form, CurrentUser user) {
        var map = maps.of(key, version, user);
        var newest = processes.require(key).version();
        var present = points(key, newest);
        var head = new TypeMapPage.Head("/processes/" + key, null, newest, newest, true);
        var targets = present.stream()
                .map(point -> new Option(point.id(), point.name()))
                .toList();
        return TypeMapPage.of(map, head, older -> gone(present, points(key, older)), targets, form);
    }

    private List<Node> points(String key, int version) {
        return maps.route(key, version).of(RouteModel.Kind.POINT);
    }

    private static List<Gone> gone(List<Node> present, List<Node> older) {
        return older.stream()
                .filter(point -> present.stream().noneMatch(each -> each.id().equals(point.id())))
                .map(point -> new Gone("point-" + point.id(), point.name()))
                .toList();
    }

    @Override
    public byte[] bpmn(String key, @Nullable Integer version, CurrentUser user) {
        return maps.bpmn(key, version, user);
    }

    @Override
    public int upload(byte[] file, String key, int version, CurrentUser user) {
        return change.upload(file, key, version, user);
    }

    @Override
    public int migrate(String key, int from, Map<String, String> mapping, CurrentUser user) {
        return migrate.of(key, from, mapping, user);
    }
}
