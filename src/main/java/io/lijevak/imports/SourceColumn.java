package io.lijevak.imports;

import java.util.List;

/**
 * A column of the file: heading, three samples, how many of the looked-at cells are filled, how it writes values.
 *
 * @param words its different values where they are few, as of a list of stages
 */
public record SourceColumn(
        String source, List<String> samples, int filled, NumberStyle numbers, DateOrder dates, List<String> words) {}
