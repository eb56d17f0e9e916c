package io.lijevak.views;

import java.util.Set;

/**
 * When a view is to be sent, as what, and to whom.
 *
 * @param recipients ids of people
 */
public record ScheduleDraft(Rhythm when, boolean pdf, boolean xlsx, Set<Long> recipients) {}
