package io.lijevak.views;

/** Who may open a view beside its owner. */
public enum Audience {
    OWNER,
    TEAM,
    ALL
}
