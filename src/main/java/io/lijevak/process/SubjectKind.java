package io.lijevak.process;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import org.jspecify.annotations.Nullable;

/** Port: a kind of record that processes are about; the module of the record contributes it as a bean. */
public interface SubjectKind {
    /** The word of {@link Subject#kind()}. */
    String name();

    /** Keeps the record as it is until the transaction ends, so that its changes come one after another. */
    void hold(long id);

    /** Whether the user's rights reach the record. */
    boolean may(long id, Action action, CurrentUser user);

    /** Who answers for the record, null when nobody does. */
    @Nullable
    Long responsible(long id);
}
