package io.lijevak.users;

/** A person may not act any more, from this moment: whatever is open for them is to be closed. */
public record AccessEnded(PersonId person) {}
