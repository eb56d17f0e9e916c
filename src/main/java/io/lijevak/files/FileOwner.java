package io.lijevak.files;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;

/** Port: a kind of records that files may be attached to. Its module says who may see them and who may change them. */
public interface FileOwner {
    /** The kind of {@link FileSubject}s it answers for. */
    String kind();

    /** Refuses whoever may not do this with the record, and a record that does not exist. */
    void require(long id, Action action, CurrentUser user);

    /** Whether the user may do this with the record, which exists. */
    boolean allows(long id, Action action, CurrentUser user);

    /** The address of the record's page. */
    String path(long id);
}
