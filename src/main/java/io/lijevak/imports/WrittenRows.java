package io.lijevak.imports;

import java.util.BitSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that a run cut short has already dealt with. */
final class WrittenRows {
    private final BitSet all = new BitSet();
    private final BitSet failed = new BitSet();
    private final KeyIndex records = new KeyIndex();

    private WrittenRows() {}

    /** Reads them and claims their records. */
    static WrittenRows of(JdbcClient jdbc, Pass pass) {
        var rows = new WrittenRows();
        if (pass.job().writes()) {
            jdbc.sql("select row_number, outcome, record_id from import_row where import_id = :id")
                    .param("id", pass.job().id().value())
                    .query(row -> {
                        var number = row.getInt("row_number");
                        rows.all.set(number);
                        rows.failed.set(number, row.getString("outcome").equals("FAILED"));
                        if (row.getLong("record_id") > 0) {
                            pass.keys().claimed().put("r" + row.getLong("record_id"), number);
                            rows.records.put("" + number, row.getLong("record_id"));
                        }
                    });
        }
        return rows;
    }

    boolean contains(int row) {
        return all.get(row);
    }

    /** The record the row became, 0 for none. */
    long record(int row) {
        return records.get("" + row);
    }

    boolean failed(int row) {
        return failed.get(row);
    }
}
