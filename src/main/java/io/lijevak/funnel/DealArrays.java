package io.lijevak.funnel;

/** The deals of a range as they are read, in the order of their ids; what belongs to each of them is read after. */
final class DealArrays {
    /** In the order in which {@link #add} takes them. */
    static final String FIELDS =
            "deal_id, type_id, responsible_id, source_id, potential, opened_at, closed_at, stage_id, state";

    final long[] ids;
    final long[] types;
    final long[] owners;
    final long[] sources;
    final long[] potentials;
    final long[] opened;
    final long[] closed;
    final long[] stages;
    final int[] states;
    int size;

    DealArrays(SnapshotRead.Range range) {
        var most = (int) (range.until() - range.from());
        ids = new long[most];
        types = new long[most];
        owners = new long[most];
        sources = new long[most];
        potentials = new long[most];
        opened = new long[most];
        closed = new long[most];
        stages = new long[most];
        states = new int[most];
    }

    void add(FactStream row) {
        ids[size] = row.number();
        types[size] = row.number();
        owners[size] = row.number();
        sources[size] = row.number();
        potentials[size] = row.amount();
        opened[size] = row.moment();
        closed[size] = row.moment();
        stages[size] = row.number();
        states[size++] = FactRow.outcome(row.letter());
    }
}
