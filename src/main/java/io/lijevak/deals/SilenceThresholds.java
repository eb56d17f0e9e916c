package io.lijevak.deals;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.StageId;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** After how many days without contact a deal counts as silent, by type and stage. */
@Component
public class SilenceThresholds {
    /** Of a type that has none of its own. */
    public static final int USUAL = 14;

    private static final int MOST = 365;
    private final JdbcClient jdbc;
    private final DealTypes types;
    private final WatchDeals watch;
    private final AuditTrail audit;

    /**
     * The thresholds of a type.
     *
     * @param days of all its stages, null for the usual ones
     * @param stages of stages that have one of their own
     */
    public record Thresholds(@Nullable Integer days, Map<StageId, Integer> stages) {
        public Thresholds {
            stages = Map.copyOf(stages);
        }

        String words() {
            return (days == null ? USUAL : days)
                    + stages.entrySet().stream()
                            .map(stage -> ", " + stage.getKey() + ": " + stage.getValue())
                            .sorted()
                            .collect(Collectors.joining());
        }
    }

    SilenceThresholds(JdbcClient jdbc, DealTypes types, WatchDeals watch, AuditTrail audit) {
        this.jdbc = jdbc;
        this.types = types;
        this.watch = watch;
        this.audit = audit;
    }

    public Thresholds of(DealTypeId type) {
        var stages = new HashMap<StageId, Integer>();
        var whole = new ArrayList<Integer>();
        jdbc.sql("select stage_id, days from silence_threshold where type_id = :type")
                .param("type", type.value())
                .query(row -> {
                    var stage = (Long) row.getObject("stage_id");
                    if (stage == null) {
                        whole.add(row.getInt("days"));
                    } else {
                        stages.put(new StageId(stage), row.getInt("days"));
                    }
                });
        return new Thresholds(whole.isEmpty() ? null : whole.getFirst(), stages);
    }

    /** Refuses days under 1 and over 365; stages that are no steps of the type are left out. */
    @Transactional
    public void set(DealTypeId id, Thresholds wanted, CurrentUser user) {
        user.require(Resource.PROCESS, Action.EDIT);
        var type = types.require(id);
        check(wanted);
        var before = of(id);
        jdbc.sql("delete from silence_threshold where type_id = :type")
                .param("type", id.value())
                .update();
        if (wanted.days() != null) {
            insert(type, null, wanted.days());
        }
        wanted.stages().forEach((stage, days) -> {
            if (type.indexOf(stage) >= 0) {
                insert(type, stage, days);
            }
        });
        watch.look(id);
        audit.record(
                user,
                "deal_type",
                id.value(),
                "changed",
                Map.of("silence", new Change(before.words(), wanted.words())));
    }

    private void insert(DealType type, @Nullable StageId stage, int days) {
        jdbc.sql("insert into silence_threshold (type_id, stage_id, days) values (:type, :stage, :days)")
                .param("type", type.id().value())
                .param("stage", stage == null ? null : stage.value())
                .param("days", days)
                .update();
    }

    private static void check(Thresholds wanted) {
        var problems = new ArrayList<FieldProblem>();
        if (wanted.days() != null && isOut(wanted.days())) {
            problems.add(new FieldProblem("days", "deals.error.silence", MOST));
        }
        wanted.stages().forEach((stage, days) -> {
            if (isOut(days)) {
                problems.add(new FieldProblem("days-" + stage, "deals.error.silence", MOST));
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static boolean isOut(int days) {
        return days < 1 || days > MOST;
    }
}
