package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the processes of deals wait, as their ledger has it. */
record RunLedger(JdbcClient jdbc) {
    /** The one point where the deal waits. */
    long point(DealId deal) {
        return point(deal, null);
    }

    /** The point of a node where the deal waits. */
    long point(DealId deal, @Nullable String node) {
        return jdbc.sql("""
                select p.id from process_point p join process_run r on r.id = p.run_id
                where r.subject_id = :deal and p.left_at is null and (cast(:node as text) is null or p.node = :node)""")
                .param("deal", deal.value())
                .param("node", node)
                .query(Long.class)
                .single();
    }

    /** The names of the points where the deal waits, in the order of its arrival. */
    List<String> names(DealId deal) {
        return jdbc.sql("""
                select p.name from process_point p join process_run r on r.id = p.run_id
                where r.subject_id = :deal and p.left_at is null order by p.id""").param("deal", deal.value()).query(String.class).list();
    }

    /** The nodes where the deal waits. */
    List<String> nodes(DealId deal) {
        return jdbc.sql("""
                select p.node from process_point p join process_run r on r.id = p.run_id
                where r.subject_id = :deal and p.left_at is null order by p.node""").param("deal", deal.value()).query(String.class).list();
    }

    /** Deals, their visits, their processes and the engine tell the same. */
    void agrees() {
        assertThat(ProcessInvariants.broken(jdbc)).isEmpty();
        assertThat(new LedgerInvariants(jdbc).broken()).isEmpty();
    }
}
