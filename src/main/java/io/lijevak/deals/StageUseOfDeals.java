package io.lijevak.deals;

import io.lijevak.process.DealTypeId;
import io.lijevak.process.StageId;
import io.lijevak.process.StageUse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the open deals at a stage for whoever wants to take the stage away. */
@Component
class StageUseOfDeals implements StageUse {
    private final JdbcClient jdbc;

    StageUseOfDeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int openDeals(DealTypeId type, StageId stage) {
        return jdbc.sql("select count(*) from deal where type_id = :type and stage_id = :stage and outcome = 'OPEN'")
                .param("type", type.value())
                .param("stage", stage.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public Map<Integer, Integer> openDeals(DealTypeId type) {
        var counts = new HashMap<Integer, Integer>();
        jdbc.sql("""
                select steps_version, count(*) from deal where type_id = :type and outcome = 'OPEN' group by 1""").param("type", type.value()).query(row -> {
            counts.put(row.getInt(1), row.getInt(2));
        });
        return counts;
    }
}
