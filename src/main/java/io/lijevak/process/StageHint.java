package io.lijevak.process;

import org.jspecify.annotations.Nullable;

/**
 * What to do where a stage loses or holds deals.
 *
 * @param text what is shown: the company's own, else what came along, in the reader's language; null = there is none
 * @param own whether the company wrote it
 * @param version 0 = never written
 */
public record StageHint(StageId stage, @Nullable String text, boolean own, int version) {}
