package io.lijevak.tasks;

/** Where a task comes from: a process, the one who does it, or somebody else who gives it and checks it. */
public enum TaskKind {
    PROCESS,
    MANUAL,
    ASSIGNMENT
}
