package io.lijevak.process;

import java.util.Map;

/**
 * What a stage demands before it is left forward or won.
 *
 * @param id identity within its deal type's version, part of the names of the inputs that fill it
 * @param kind name of its {@link RequirementKind}
 * @param settings what the kind needs to know, such as {@code field=expectedClose}
 */
public record Requirement(long id, String kind, Map<String, String> settings) {
    public Requirement {
        settings = Map.copyOf(settings);
    }
}
