package io.lijevak.properties;

import java.util.List;

/** Port: fields of a kind of record that another module tells than the one which owns its table. */
public interface FurtherFields {
    RecordKind kind();

    List<OwnField> fields();
}
