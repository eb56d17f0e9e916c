package io.lijevak.process;

import java.util.Map;

/** A requirement as somebody lays it down: its kind, and what the kind needs to know. */
public record RequirementDraft(String kind, Map<String, String> settings) {
    public RequirementDraft {
        settings = Map.copyOf(settings);
    }
}
