package io.lijevak.users;

/** What may be done with an object. */
public enum Action {
    VIEW,
    CREATE,
    EDIT,
    ARCHIVE,
    EXPORT
}
