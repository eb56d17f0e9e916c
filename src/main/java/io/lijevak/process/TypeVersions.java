package io.lijevak.process;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.Slice;
import io.lijevak.process.TypeVersion.Author;
import io.lijevak.process.VersionDifference.Stated;
import io.lijevak.process.VersionDifference.Whole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the versions of a deal type: who wrote them and when, what is different, how many deals follow them. */
@Component
public class TypeVersions {
    public static final int PAGE = 20;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final DealTypes types;
    private final StageUse use;

    private record Row(
            int version,
            java.sql.@Nullable Timestamp at,
            @Nullable Author by) {}

    TypeVersions(JdbcClient jdbc, JsonMapper json, DealTypes types, StageUse use) {
        this.jdbc = jdbc;
        this.json = json;
        this.types = types;
        this.use = use;
    }

    /** A page of versions, the newest first; {@code below} is where the page before ended, null at the beginning. */
    public Slice<TypeVersion> of(DealTypeId type, @Nullable Integer below) {
        types.require(type);
        var rows = rows(type, below);
        var shown = rows.subList(0, Math.min(PAGE, rows.size()));
        var next = rows.size() > PAGE ? Integer.toString(shown.getLast().version()) : null;
        return new Slice<>(described(type, shown), next);
    }

    public TypeVersion require(DealTypeId type, int version) {
        types.require(type);
        return described(type, rows(type, version + 1).stream().limit(1).toList()).stream()
                .filter(found -> found.version() == version)
                .findFirst()
                .orElseThrow(() -> new RecordNotFound("deal type version", version));
    }

    private List<TypeVersion> described(DealTypeId type, List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var wholes = wholes(type, rows.getLast().version() - 1, rows.getFirst().version());
        var running = use.openDeals(type);
        return rows.stream()
                .map(row -> new TypeVersion(
                        row.version(),
                        row.at() == null ? null : row.at().toInstant(),
                        row.by(),
                        running.getOrDefault(row.version(), 0),
                        VersionDifference.between(
                                row.version() == 1 ? null : whole(wholes, row.version() - 1),
                                whole(wholes, row.version()))))
                .toList();
    }

    private static Whole whole(Map<Integer, Whole> wholes, int version) {
        return wholes.getOrDefault(version, new Whole(List.of(), null));
    }

    private List<Row> rows(DealTypeId type, @Nullable Integer below) {
        return jdbc.sql("""
                select v.version, v.made_at, v.made_by, p.name from deal_type_version v
                left join person p on p.id = v.made_by
                where v.deal_type_id = :type and (cast(:below as int) is null or v.version < :below)
                order by v.version desc limit :limit""")
                .param("type", type.value())
                .param("below", below)
                .param("limit", PAGE + 1)
                .query((row, number) -> new Row(
                        row.getInt("version"),
                        row.getTimestamp("made_at"),
                        row.getObject("made_by") == null
                                ? null
                                : new Author(row.getLong("made_by"), row.getString("name"))))
                .list();
    }

    private Map<Integer, Whole> wholes(DealTypeId type, int from, int to) {
        var steps = new HashMap<Integer, List<Stated>>();
        jdbc.sql("""
                select s.steps_version, s.stage_id, g.name, s.norm_days, s.probability, s.addressee, s.instruction,
                  s.events, (select coalesce(string_agg(r.kind || cast(r.settings as text), ' ' order by r.position, r.id), '')
                    from step_requirement r where r.deal_type_id = s.deal_type_id
                      and r.steps_version = s.steps_version and r.stage_id = s.stage_id) as requirements,
                  (select coalesce(string_agg(cast(f.attachment_id as text), ' ' order by f.position), '')
                    from step_file f where f.deal_type_id = s.deal_type_id
                      and f.steps_version = s.steps_version and f.stage_id = s.stage_id) as files
                from deal_type_step s join stage g on g.id = s.stage_id
                where s.deal_type_id = :type and s.steps_version between :from and :to
                order by s.steps_version, s.position""")
                .param("type", type.value())
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    steps.computeIfAbsent(row.getInt("steps_version"), version -> new ArrayList<>())
                            .add(stated(row));
                });
        var routes = routes(type, from, to);
        var wholes = new HashMap<Integer, Whole>();
        steps.forEach((version, stated) -> wholes.put(version, new Whole(stated, routes.get(version))));
        return wholes;
    }

    /** The routes that do not go straight through the steps. */
    private Map<Integer, RouteModel> routes(DealTypeId type, int from, int to) {
        var routes = new HashMap<Integer, RouteModel>();
        jdbc.sql("select version, model from route where deal_type_id = :type and version between :from and :to")
                .param("type", type.value())
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    var model = json.readValue(row.getString("model"), RouteModel.class);
                    if (!model.straightLine()) {
                        routes.put(row.getInt("version"), model);
                    }
                });
        return routes;
    }

    private static Stated stated(ResultSet row) throws SQLException {
        return new Stated(
                row.getLong("stage_id"),
                row.getString("name"),
                (Integer) row.getObject("norm_days"),
                (Integer) row.getObject("probability"),
                row.getString("addressee"),
                row.getString("instruction"),
                row.getString("files"),
                row.getString("requirements"),
                row.getString("events"));
    }
}
