package io.lijevak.process;

import io.lijevak.platform.StaleVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A deal type while it is changed: its row locked, so that no deal enters a stage that is being taken away. */
@Component
class HeldDealType {
    private final JdbcClient jdbc;
    private final DealTypes types;

    HeldDealType(JdbcClient jdbc, DealTypes types) {
        this.jdbc = jdbc;
        this.types = types;
    }

    /** The type, locked; refuses when it is not in that version any more. */
    DealType at(DealTypeId id, int version) {
        // A move, which reads the same row for share, waits.
        var same = jdbc.sql("select id from deal_type where id = :id and version = :version for update")
                .param("id", id.value())
                .param("version", version)
                .query(Long.class)
                .optional()
                .isPresent();
        var type = types.require(id);
        if (!same) {
            throw new StaleVersion();
        }
        return type;
    }

    void touched(DealTypeId id) {
        jdbc.sql("update deal_type set version = version + 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    DealType now(DealTypeId id) {
        return types.require(id);
    }
}
