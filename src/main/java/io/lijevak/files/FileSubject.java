package io.lijevak.files;

/** The record a file belongs to: a kind that a {@link FileOwner} knows, and its identity. */
public record FileSubject(String kind, long id) {}
