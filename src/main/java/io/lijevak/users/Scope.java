package io.lijevak.users;

/** Whose records a right reaches: none, one's own, those of one's people and team (and of nobody), all. */
public enum Scope {
    NONE,
    OWN,
    TEAM,
    ALL
}
