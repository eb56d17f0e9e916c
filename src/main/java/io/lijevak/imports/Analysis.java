package io.lijevak.imports;

import io.lijevak.properties.Property;
import java.util.ArrayList;
import java.util.List;

/**
 * What one pass over a file shows: its columns and how many records it has.
 *
 * @param proposal the mapping proposed by headings and content
 */
record Analysis(Layout layout, List<SourceColumn> columns, int rows, Mapping proposal) {
    private static final int PROFILED = 5_000;

    static Analysis of(Table table, ImportKind kind, NumberStyle regional, List<Property> properties) {
        var profiles = new ArrayList<ColumnProfile>();
        table.columns().forEach(column -> profiles.add(new ColumnProfile()));
        int[] rows = {0};
        table.records(record -> {
            if (rows[0]++ < PROFILED) {
                for (int i = 0; i < profiles.size(); i++) {
                    profiles.get(i).add(record.cell(i));
                }
            }
            return true;
        });
        if (table.columns().isEmpty()) {
            throw Limits.refuse("empty");
        }
        if (rows[0] == 0) {
            throw Limits.refuse("header-only");
        }
        var columns = new ArrayList<SourceColumn>();
        for (int i = 0; i < profiles.size(); i++) {
            var profile = profiles.get(i);
            columns.add(new SourceColumn(
                    table.columns().get(i),
                    List.copyOf(profile.samples()),
                    profile.filled(),
                    profile.numberStyle(regional),
                    profile.dateOrder(),
                    profile.distinct().size() <= 40
                            ? List.copyOf(profile.distinct().keySet())
                            : List.of()));
        }
        return new Analysis(
                table.layout(),
                columns,
                rows[0],
                new MappingProposal(kind, table.columns(), profiles, properties).mapping());
    }
}
