package io.lijevak.funnel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads how long the deals of a selection stood in its stages, and how each stay ended, counted by tenths of a day. */
@Component
class ReadStays {
    private final DSLContext sql;

    ReadStays(DSLContext sql) {
        this.sql = sql;
    }

    /** By stage; stays whose time is not known are left out. */
    Map<Long, List<Stay>> of(Selection selection) {
        var stays = new HashMap<Long, List<Stay>>();
        sql.fetch("""
                select stage_id, outcome, cast((seconds + 4320) / 8640 as int) as tenths, count(*) as deals
                from {0} where seconds is not null and stage_id is not null group by 1, 2, 3
                """, FunnelCells.of(selection))
                .forEach(row -> stays.computeIfAbsent(row.get("stage_id", Long.class), stage -> new ArrayList<>())
                        .add(new Stay(
                                row.get("tenths", Integer.class),
                                ending(row.get("outcome", String.class)),
                                row.get("deals", Long.class))));
        return stays;
    }

    private static Stay.Ending ending(String outcome) {
        return switch (outcome) {
            case "ADVANCED", "WON" -> Stay.Ending.ONWARD;
            case "LOST" -> Stay.Ending.LOST;
            case "RETURNED" -> Stay.Ending.BACK;
            default -> Stay.Ending.GOES_ON;
        };
    }
}
