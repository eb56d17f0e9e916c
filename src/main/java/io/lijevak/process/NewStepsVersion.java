package io.lijevak.process;

import io.lijevak.process.DealTypeDraft.StepDraft;
import io.lijevak.users.CurrentUser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the next version of the steps of a deal type: what the steps say and demand is taken along by stage. */
@Component
class NewStepsVersion {
    private final JdbcClient jdbc;
    private final StepVersions versions;
    private final Routes routes;

    NewStepsVersion(JdbcClient jdbc, StepVersions versions, Routes routes) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.routes = routes;
    }

    /**
     * Gives the number of the version, which is the present one from now on.
     *
     * @param route another route than before; null keeps a route that is not straight while the stages stay in order
     */
    int after(DealType before, List<StepDraft> steps, @Nullable RouteModel route, CurrentUser user) {
        var version = before.stepsVersion() + 1;
        versions.write(before.id(), version, steps, user.id());
        takeAlong(before.id(), before.stepsVersion(), version);
        jdbc.sql("update deal_type set steps_version = :steps where id = :id")
                .param("steps", version)
                .param("id", before.id().value())
                .update();
        var kept = route == null && before.mode() == DealMode.AUTOMATIC ? kept(before, steps) : route;
        if (kept != null) {
            routes.write(Routes.process(before.id()), version, before.id(), kept);
        }
        return version;
    }

    private @Nullable RouteModel kept(DealType before, List<StepDraft> steps) {
        var same = steps.stream()
                .map(StepDraft::stage)
                .toList()
                .equals(before.steps().stream().map(Step::stage).toList());
        var model = routes.seen(before.id(), before.stepsVersion()).model();
        return same && !model.straightLine() ? model : null;
    }

    private void takeAlong(DealTypeId type, int from, int to) {
        jdbc.sql("""
                update deal_type_step n set addressee = o.addressee, instruction = o.instruction, events = o.events
                from deal_type_step o
                where n.deal_type_id = :type and n.steps_version = :to and o.deal_type_id = :type
                  and o.steps_version = :from and o.stage_id = n.stage_id""")
                .param("type", type.value())
                .param("from", from)
                .param("to", to)
                .update();
        jdbc.sql("""
                insert into step_requirement (deal_type_id, steps_version, stage_id, position, kind, settings)
                select r.deal_type_id, :to, r.stage_id, r.position, r.kind, r.settings from step_requirement r
                join deal_type_step n on n.deal_type_id = :type and n.steps_version = :to and n.stage_id = r.stage_id
                where r.deal_type_id = :type and r.steps_version = :from order by r.position, r.id""")
                .param("type", type.value())
                .param("from", from)
                .param("to", to)
                .update();
        jdbc.sql("""
                insert into step_file (deal_type_id, steps_version, stage_id, position, attachment_id)
                select f.deal_type_id, :to, f.stage_id, f.position, f.attachment_id from step_file f
                join deal_type_step n on n.deal_type_id = :type and n.steps_version = :to and n.stage_id = f.stage_id
                where f.deal_type_id = :type and f.steps_version = :from""")
                .param("type", type.value())
                .param("from", from)
                .param("to", to)
                .update();
    }
}
