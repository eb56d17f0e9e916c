package io.lijevak.operations;

import io.lijevak.deals.DealsChanged;
import io.lijevak.process.ForgetRuns;
import io.lijevak.process.Subject;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes the rows of the demo company; one that a real row refers to stays and is real from then on. */
@Component
public class RemoveDemoCompany {
    private static final List<String> KINDS = List.of(
            "task",
            "absence",
            "interaction",
            "complaint",
            "deal",
            "competitor",
            "segment",
            "contact_person",
            "customer",
            "product",
            "product_group",
            "deal_type",
            "person",
            "team");
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final ForgetRuns processes;

    RemoveDemoCompany(JdbcClient jdbc, ApplicationEventPublisher events, ForgetRuns processes) {
        this.jdbc = jdbc;
        this.events = events;
        this.processes = processes;
    }

    /** The number of rows removed. */
    @Transactional
    public long by(CurrentUser user) {
        user.require(Resource.SYSTEM, Action.EDIT);
        var deals = demo("deal");
        // The ledger is append-only but for this and the undo of an import.
        jdbc.sql("select set_config('lijevak.import_undo', 'on', true)")
                .query(String.class)
                .single();
        endSignIns();
        var instances = new ArrayList<>(processes.instances(Subject.DEAL, deals));
        instances.addAll(processes.instances("complaint", demo("complaint")));
        var types = KINDS.indexOf("deal_type");
        var removed = KINDS.subList(0, types).stream().mapToLong(this::remove).sum();
        processes.gone(instances);
        processes.goneVersions();
        removed += KINDS.subList(types, KINDS.size()).stream()
                .mapToLong(this::remove)
                .sum();
        forgetPasts(deals);
        events.publishEvent(new DealsChanged(deals));
        return removed;
    }

    /** Of what was made up nothing is to be known later. */
    private void forgetPasts(List<Long> deals) {
        var ids = deals.toArray(Long[]::new);
        jdbc.sql(
                        "delete from deal_past where deal_id = any(:ids) and not exists (select from deal d where d.id = deal_id)")
                .param("ids", ids)
                .update();
        jdbc.sql("""
                delete from stage_visit_past where deal_id = any(:ids)
                  and not exists (select from deal d where d.id = deal_id)""").param("ids", ids).update();
        jdbc.sql("delete from deal_snapshot").update();
        jdbc.sql("delete from deal_snapshot_day").update();
    }

    private List<Long> demo(String kind) {
        return jdbc.sql("select record_id from demo_record where kind = :kind order by record_id")
                .param("kind", kind)
                .query(Long.class)
                .list();
    }

    private long remove(String kind) {
        return jdbc.sql("select remove_demo_rows(:kind)")
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    private void endSignIns() {
        jdbc.sql("""
                update person set password_hash = null
                where id in (select record_id from demo_record where kind = 'person')""").update();
    }
}
