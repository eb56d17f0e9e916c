package io.lijevak.process;

import io.lijevak.platform.RecordNotFound;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads deal types with their steps, each in one statement. */
@Component
public class DealTypes {
    private static final String SELECT = """
            select t.id, t.name, t.mode, t.use_allowed, t.position, coalesce(s.steps_version, t.steps_version) as steps_version,
              t.version, s.stage_id, g.name as stage_name, s.norm_days, s.probability,
              t.needs_next_step and t.mode = 'MANUAL' or t.primary_demand or t.result_before_move or exists (
                select from step_requirement r where r.deal_type_id = t.id and r.steps_version = s.steps_version) as demanding,
              bool_or(s.events <> '[]') over (partition by t.id) as planning
            from deal_type t
            left join deal_type_step s on s.deal_type_id = t.id and s.steps_version = %s
            left join stage g on g.id = s.stage_id
            """;
    private static final String CURRENT = SELECT.formatted("t.steps_version");
    private static final String AT_VERSION = SELECT.formatted(":stepsVersion");
    private static final String ORDER = " order by t.position, t.id, s.position";
    private final JdbcClient jdbc;

    private record Row(DealType head, @Nullable Step step) {}

    DealTypes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every deal type with its present steps. */
    public List<DealType> all() {
        return types(jdbc.sql(CURRENT + ORDER));
    }

    /** The deal types that new deals may have. */
    public List<DealType> offered() {
        return all().stream().filter(DealType::isOffered).toList();
    }

    public DealType require(DealTypeId id) {
        return find(id).orElseThrow(() -> new RecordNotFound("deal type", id));
    }

    public Optional<DealType> find(DealTypeId id) {
        return types(jdbc.sql(CURRENT + " where t.id = :id" + ORDER).param("id", id.value())).stream()
                .findFirst();
    }

    /** The deal type, its steps kept as they are until the transaction ends. */
    public DealType hold(DealTypeId id) {
        return findHeld(id).orElseThrow(() -> new RecordNotFound("deal type", id));
    }

    /** As {@link #hold}, empty when there is no such type. */
    public Optional<DealType> findHeld(DealTypeId id) {
        jdbc.sql("select id from deal_type where id = :id for share")
                .param("id", id.value())
                .query(Long.class)
                .optional();
        return find(id);
    }

    /** The deal type as it was in a version of its steps. */
    public DealType require(DealTypeId id, int stepsVersion) {
        return types(jdbc.sql(AT_VERSION + " where t.id = :id" + ORDER)
                        .param("id", id.value())
                        .param("stepsVersion", stepsVersion))
                .stream()
                .findFirst()
                .orElseThrow(() -> new RecordNotFound("deal type", id));
    }

    private static List<DealType> types(JdbcClient.StatementSpec statement) {
        Map<DealTypeId, List<Step>> steps = new LinkedHashMap<>();
        Map<DealTypeId, DealType> heads = new LinkedHashMap<>();
        for (var row : statement.query(DealTypes::row).list()) {
            heads.putIfAbsent(row.head().id(), row.head());
            var list = steps.computeIfAbsent(row.head().id(), id -> new ArrayList<>());
            if (row.step() != null) {
                list.add(row.step());
            }
        }
        return heads.values().stream()
                .map(head -> withSteps(head, steps.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private static DealType withSteps(DealType head, List<Step> steps) {
        return new DealType(
                head.id(),
                head.name(),
                head.mode(),
                head.useAllowed(),
                head.position(),
                head.stepsVersion(),
                head.version(),
                steps,
                head.demanding(),
                head.planning());
    }

    private static Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        var head = new DealType(
                new DealTypeId(row.getLong("id")),
                row.getString("name"),
                DealMode.valueOf(row.getString("mode")),
                row.getBoolean("use_allowed"),
                row.getInt("position"),
                row.getInt("steps_version"),
                row.getInt("version"),
                List.of(),
                row.getBoolean("demanding"),
                row.getBoolean("planning"));
        var stage = (Long) row.getObject("stage_id");
        var step = stage == null
                ? null
                : new Step(
                        new StageId(stage), row.getString("stage_name"), (Integer) row.getObject("norm_days"), (Integer)
                                row.getObject("probability"));
        return new Row(head, step);
    }
}
