package io.lijevak.complaints;

import io.lijevak.platform.web.Option;
import io.lijevak.process.RecordProcess;
import io.lijevak.process.RecordProcesses;
import io.lijevak.process.RouteModel;
import io.lijevak.process.Routes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The processes that complaints may follow, and where they may wait. */
@Component
public class ComplaintChoices {
    private final RecordProcesses processes;
    private final Routes routes;

    ComplaintChoices(RecordProcesses processes, Routes routes) {
        this.routes = routes;
        this.processes = processes;
    }

    /** Where the newest versions of the processes, or of the one of a key, may wait, by node. */
    public List<Option> points(List<RecordProcess> known, @Nullable String process) {
        return known.stream()
                .filter(each -> process == null || each.key().equals(process))
                .flatMap(each -> routes.newest(each.key()).stream())
                .flatMap(route -> route.model().nodes().stream())
                .filter(RouteModel.Node::waits)
                .map(node -> new Option(node.id(), node.name()))
                .distinct()
                .toList();
    }

    /** The processes that complaints follow. */
    public List<RecordProcess> processes() {
        return processes.about(ComplaintProcess.KIND);
    }

    /** Those that new complaints may follow, the default one first. */
    public List<RecordProcess> allowed() {
        return processes.allowed(ComplaintProcess.KIND);
    }
}
