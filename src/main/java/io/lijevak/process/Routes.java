package io.lijevak.process;

import io.lijevak.platform.Companies;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.web.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the routes of processes by version. A version of a deal type without a route of its own goes straight. */
@Component
public class Routes {
    private static final String SELECT =
            "select id, process, version, deal_type_id, model, engine_definition from route ";
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final DealTypes types;
    private final Companies companies;
    private final Texts texts;

    Routes(JdbcClient jdbc, JsonMapper json, DealTypes types, Companies companies, Texts texts) {
        this.jdbc = jdbc;
        this.json = json;
        this.types = types;
        this.companies = companies;
        this.texts = texts;
    }

    /** The route a version of a deal type follows. */
    public RouteVersion of(DealTypeId type, int stepsVersion) {
        return find(process(type), stepsVersion).orElseGet(() -> straight(type, stepsVersion));
    }

    /** The same for looking at: what would be straight is not written yet, and bears no identity. */
    RouteVersion seen(DealTypeId type, int stepsVersion) {
        return find(process(type), stepsVersion)
                .orElseGet(() -> new RouteVersion(
                        0, process(type), stepsVersion, type, straightModel(type, stepsVersion), null));
    }

    public RouteVersion require(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query((row, number) -> version(row))
                .optional()
                .orElseThrow(() -> new RecordNotFound("route", id));
    }

    public Optional<RouteVersion> find(String process, int version) {
        return jdbc.sql(SELECT + "where process = :process and version = :version")
                .param("process", process)
                .param("version", version)
                .query((row, number) -> version(row))
                .optional();
    }

    /** The newest version of a process that follows no deal type. */
    public Optional<RouteVersion> newest(String process) {
        return jdbc.sql(SELECT + "where process = :process order by version desc limit 1")
                .param("process", process)
                .query((row, number) -> version(row))
                .optional();
    }

    static String process(DealTypeId type) {
        return "deal-type-" + type;
    }

    RouteVersion write(String process, int version, @Nullable DealTypeId type, RouteModel model) {
        jdbc.sql("""
                insert into route (process, version, deal_type_id, model)
                values (:process, :version, :type, cast(:model as jsonb)) on conflict do nothing""")
                .param("process", process)
                .param("version", version)
                .param("type", type == null ? null : type.value())
                .param("model", json.writeValueAsString(model))
                .update();
        return find(process, version).orElseThrow();
    }

    /** Notes what the engine calls the version; false when somebody else deployed it meanwhile. */
    void deployed(RouteVersion route, String definition) {
        jdbc.sql("update route set engine_definition = :definition where id = :id")
                .param("definition", definition)
                .param("id", route.id())
                .update();
    }

    /** What the engine calls the version, its row held until the transaction ends; null before the first run. */
    @Nullable
    String heldDefinition(RouteVersion route) {
        return jdbc.sql("select engine_definition from route where id = :id for update")
                .param("id", route.id())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private RouteVersion straight(DealTypeId type, int stepsVersion) {
        return write(process(type), stepsVersion, type, straightModel(type, stepsVersion));
    }

    private RouteModel straightModel(DealTypeId type, int stepsVersion) {
        var steps = types.require(type, stepsVersion).steps();
        return RouteModel.straight(steps, texts.get(companies.current().language(), "process.route.done"));
    }

    private RouteVersion version(ResultSet row) throws SQLException {
        var type = (Long) row.getObject("deal_type_id");
        return new RouteVersion(
                row.getLong("id"),
                row.getString("process"),
                row.getInt("version"),
                type == null ? null : new DealTypeId(type),
                json.readValue(row.getString("model"), RouteModel.class),
                row.getString("engine_definition"));
    }
}
