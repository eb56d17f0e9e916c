package io.lijevak.imports.web;

import io.lijevak.imports.Import;
import io.lijevak.imports.ImportOptions;
import java.util.HashMap;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** Reads which known record each unknown name means, or that it is a new one. */
final class NameDecisions {
    private NameDecisions() {}

    static ImportOptions read(Import source, MultiValueMap<String, String> input) {
        var before = source.settings().options();
        var references = new HashMap<String, Map<String, String>>();
        var known = before.references();
        if (known != null) {
            known.forEach((type, names) -> references.put(type, new HashMap<>(names)));
        }
        var findings = source.findings();
        var names = findings == null ? java.util.List.<io.lijevak.imports.Findings.Name>of() : findings.names();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            var decision = input.getFirst("name-" + i);
            if (decision != null && name.near() != null) {
                references
                        .computeIfAbsent(name.type(), type -> new HashMap<>())
                        .put(name.name(), decision.equals("near") ? name.near() : "");
            }
        }
        return new ImportOptions(
                before.createMissing(),
                before.acceptNearMatches(),
                before.currency(),
                before.dealType(),
                before.collisions(),
                references);
    }
}
