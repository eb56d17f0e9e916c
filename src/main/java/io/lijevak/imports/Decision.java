package io.lijevak.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of a row. */
final class Decision {
    enum Verdict {
        NEW,
        UPDATE,
        UNCHANGED,
        DUPLICATE,
        ERROR
    }

    private final Draft draft;
    private final @Nullable Current current;
    private Verdict verdict;
    private long id;
    /** New value by column, for an update. */
    private final Map<String, Object> changes = new LinkedHashMap<>();

    private final Map<String, List<Object>> additions = new LinkedHashMap<>();
    private int extended;

    Decision(Draft draft, Verdict verdict, @Nullable Current current) {
        this.draft = draft;
        this.verdict = verdict;
        this.current = current;
        this.id = current == null ? 0 : current.id();
    }

    Draft draft() {
        return draft;
    }

    Verdict verdict() {
        return verdict;
    }

    void verdict(Verdict now) {
        verdict = now;
    }

    @Nullable
    Current current() {
        return current;
    }

    long id() {
        return id;
    }

    void id(long given) {
        id = given;
    }

    Map<String, Object> changes() {
        return changes;
    }

    Map<String, List<Object>> additions() {
        return additions;
    }

    /** Stage visits the deal had before this row carried it on; -1 when it is still to be carried on, 0 when it is not. */
    int extended() {
        return extended;
    }

    void extended(int visits) {
        extended = visits;
    }

    boolean isNew() {
        return verdict == Verdict.NEW;
    }

    /** Whether what the row says is in the database now. */
    boolean isTaken() {
        return verdict != Verdict.ERROR && verdict != Verdict.DUPLICATE;
    }

    boolean writes() {
        return verdict == Verdict.NEW || verdict == Verdict.UPDATE;
    }
}
