package io.lijevak.imports;

import io.lijevak.platform.InvalidInput;
import io.lijevak.process.AddDealType;
import io.lijevak.process.AddStage;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypeDraft;
import io.lijevak.process.DealTypes;
import io.lijevak.process.Stage;
import io.lijevak.process.StageId;
import io.lijevak.process.Stages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the deal type that fits the stages of a file, or makes a new manual one of them. */
@Component
class PlanStages {
    private static final int MOST_STAGES = 60;
    private final DealTypes types;
    private final Stages stages;
    private final AddStage addStage;
    private final AddDealType addType;
    private final JdbcClient jdbc;

    PlanStages(DealTypes types, Stages stages, AddStage addStage, AddDealType addType, JdbcClient jdbc) {
        this.types = types;
        this.stages = stages;
        this.addStage = addStage;
        this.addType = addType;
        this.jdbc = jdbc;
    }

    /** The plan of the job's file; types it lacks are created when the job writes. */
    StagePlan plan(Job job) {
        var offered = types.offered().stream().filter(DealType::hasSteps).toList();
        var routes = new LinkedHashMap<String, StagePlan.Route>();
        for (var statistics : scan(job).entrySet()) {
            routes.put(statistics.getKey(), route(job, statistics.getValue(), offered));
        }
        return new StagePlan(routes);
    }

    private StagePlan.Route route(Job job, StageStatistics found, List<DealType> offered) {
        var wished = found.typeName().isEmpty() ? job.options().dealType() : found.typeName();
        var name = wished == null ? proposedName(job.fileName()) : wished;
        var named = offered.stream()
                .filter(type -> Headings.fold(type.name()).equals(Headings.fold(name)))
                .findFirst();
        if (named.isPresent() && (wished != null || fits(named.get(), found))) {
            return existing(named.get());
        }
        var fitting = wished != null
                ? Optional.<DealType>empty()
                : offered.stream().filter(type -> fits(type, found)).findFirst();
        return fitting.map(PlanStages::existing).orElseGet(() -> make(job, freeName(name), found));
    }

    private static boolean fits(DealType type, StageStatistics found) {
        var names =
                type.steps().stream().map(step -> Headings.fold(step.name())).toList();
        return names.containsAll(found.folded());
    }

    private static StagePlan.Route existing(DealType type) {
        var stops = type.steps().stream()
                .map(step -> new StagePlan.Stop(step.stage().value(), step.name(), Headings.fold(step.name())))
                .toList();
        return new StagePlan.Route(type.name(), type.id().value(), type.stepsVersion(), stops);
    }

    private StagePlan.Route make(Job job, String name, StageStatistics found) {
        var known = new HashMap<String, Stage>();
        stages.active().forEach(stage -> known.putIfAbsent(Headings.fold(stage.name()), stage));
        var positions = new HashMap<String, Integer>();
        known.forEach((folded, stage) -> positions.put(folded, stage.position()));
        var names = found.inOrder(positions);
        var stops = (names.isEmpty() ? List.of(job.setting().firstStage()) : names)
                .stream()
                        .map(stage -> stop(job, stage, known.get(Headings.fold(stage))))
                        .toList();
        var type = job.writes() ? create(job, name, stops) : -1;
        return new StagePlan.Route(name, type, 1, stops);
    }

    private StagePlan.Stop stop(Job job, String name, @Nullable Stage known) {
        var folded = Headings.fold(name);
        if (known != null) {
            return new StagePlan.Stop(known.id().value(), known.name(), folded);
        }
        if (!job.writes()) {
            return new StagePlan.Stop(-1L - (folded.hashCode() & Integer.MAX_VALUE), name, folded);
        }
        var id = addStage.named(name, null, job.user());
        jdbc.sql("update stage set import_id = :import where id = :id")
                .param("import", job.id().value())
                .param("id", id.value())
                .update();
        return new StagePlan.Stop(id.value(), name, folded);
    }

    private long create(Job job, String name, List<StagePlan.Stop> stops) {
        var steps = stops.stream()
                .map(stop -> new DealTypeDraft.StepDraft(new StageId(stop.stage()), null, null))
                .toList();
        var id = addType.from(new DealTypeDraft(name, DealMode.MANUAL, true, steps), job.user());
        jdbc.sql("update deal_type set import_id = :import where id = :id")
                .param("import", job.id().value())
                .param("id", id.value())
                .update();
        return id.value();
    }

    private Map<String, StageStatistics> scan(Job job) {
        var found = new LinkedHashMap<String, StageStatistics>();
        job.table().records(record -> {
            var fields = new RowFields(record, job.columns());
            var type = fields.text(Field.DEAL_TYPE);
            var statistics = found.computeIfAbsent(
                    type == null ? "" : Headings.fold(type), folded -> new StageStatistics(type == null ? "" : type));
            var dates = fields.stageDates();
            dates.keySet().forEach(statistics::mention);
            var stage = fields.text(Field.STAGE);
            if (stage != null && OutcomeWords.read(stage).isEmpty()) {
                statistics.add(stage, dates.size());
            }
            if (statistics.folded().size() > MOST_STAGES) {
                throw InvalidInput.at("mapping", "imports.mapping.too-many-stages", MOST_STAGES);
            }
            return true;
        });
        return found;
    }

    private String freeName(String name) {
        var taken = new ArrayList<String>();
        types.all().forEach(type -> taken.add(Headings.fold(type.name())));
        var free = name;
        for (int i = 2; taken.contains(Headings.fold(free)); i++) {
            free = name + " " + i;
        }
        return free;
    }

    /** {@code sales_pipeline.csv} becomes "Sales pipeline". */
    static String proposedName(String fileName) {
        var bare = fileName.replaceAll("\\.\\w{1,5}$", "")
                .replaceAll("[_\\s]+", " ")
                .strip();
        var cut = bare.length() > 60 ? bare.substring(0, 60).strip() : bare;
        return cut.isEmpty() ? "Import" : cut.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + cut.substring(1);
    }
}
