package io.lijevak.tasks;

/** A record that a task refers to. */
public record Named(long id, String name) {}
