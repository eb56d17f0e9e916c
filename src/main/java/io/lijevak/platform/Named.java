package io.lijevak.platform;

/** A record that another refers to: its id, and what it is called. */
public record Named(long id, String name) {}
