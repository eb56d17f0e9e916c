package io.lijevak.deals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is signalled of deals in tests. */
@Component
class Signals {
    private final RiskSignals signals;
    private final JdbcClient jdbc;

    Signals(RiskSignals signals, JdbcClient jdbc) {
        this.signals = signals;
        this.jdbc = jdbc;
    }

    /** Kinds of the signals that nobody has handled. */
    List<RiskKind> kinds(DealId deal) {
        return signals.of(deal).stream()
                .filter(signal -> signal.handled() == null)
                .map(RiskSignal::kind)
                .toList();
    }

    /** The signal of the kind, null when there is none. */
    @Nullable
    RiskSignal signal(DealId deal, RiskKind kind) {
        return signals.of(deal).stream()
                .filter(signal -> signal.kind() == kind)
                .findFirst()
                .orElse(null);
    }

    /** How much at risk the deal stands. */
    String risk(DealId deal) {
        return jdbc.sql("select risk::text from deal where id = :id")
                .param("id", deal.value())
                .query(String.class)
                .single();
    }
}
