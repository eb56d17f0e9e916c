package io.lijevak.views;

import org.jspecify.annotations.Nullable;

/**
 * How a view is to be called, and who may open it.
 *
 * @param team only for the audience of a team
 */
public record ViewDraft(
        String name, Audience audience, @Nullable Long team) {}
