package io.lijevak.imports;

import io.lijevak.platform.Company;
import io.lijevak.properties.Property;
import io.lijevak.users.CurrentUser;
import java.time.LocalDate;
import java.util.List;

/**
 * One pass over the file of an import.
 *
 * @param writes false for a dry run
 */
record Job(Import source, Table table, RowFields.Columns columns, CurrentUser user, Setting setting) {
    /** What the pass may do and where; {@code firstStage} names the stage of deals of which no stage is known, {@code
     * properties} are those a column may go into. */
    record Setting(
            Company company,
            Rates rates,
            String firstStage,
            LocalDate today,
            List<Property> properties,
            boolean writes) {}

    ImportId id() {
        return source.id();
    }

    ImportKind kind() {
        return source.kind();
    }

    String fileName() {
        return source.fileName();
    }

    ImportOptions options() {
        return source.settings().options();
    }

    Company company() {
        return setting.company();
    }

    boolean writes() {
        return setting.writes();
    }

    /** Where the import stands while the pass goes on. */
    ImportState state() {
        return writes() ? ImportState.RUNNING : ImportState.CHECKING;
    }
}
