package io.lijevak.deals;

/** Why a stage visit began. */
public enum VisitCause {
    CREATED,
    MOVED,
    REOPENED,
    SWITCHED,
    IMPORTED
}
