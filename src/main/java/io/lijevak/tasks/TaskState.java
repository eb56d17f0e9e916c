package io.lijevak.tasks;

/** How far a task is; a reported assignment waits for its author to check it. */
public enum TaskState {
    OPEN,
    REPORTED,
    DONE,
    WITHDRAWN
}
