package io.lijevak.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.lijevak.platform.InvalidInput;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an import goes about what it meets.
 *
 * @param createMissing whether records that rows name and nobody knows are created
 * @param acceptNearMatches from which likeness a near name is taken for the known one, 0 to 1
 * @param currency of amounts without one; null = the company's
 * @param dealType name of the deal type of all deals; null = the one that fits the stages
 * @param collisions per field what happens to a filled one: {@code overwrite} (default), {@code empty} (only if empty),
 *     {@code never}
 * @param references by kind of reference, the name meant by a name in the file; an empty one means a new record
 */
public record ImportOptions(
        @Nullable Boolean createMissing,
        @Nullable Double acceptNearMatches,
        @Nullable String currency,
        @Nullable String dealType,
        @Nullable Map<String, String> collisions,
        @Nullable Map<String, Map<String, String>> references) {
    private static final double NEAR = 0.9;
    private static final Set<String> RULES = Set.of("overwrite", "empty", "never");

    public ImportOptions {
        createMissing = createMissing == null || createMissing;
        acceptNearMatches = acceptNearMatches == null ? NEAR : acceptNearMatches;
        collisions = collisions == null ? Map.of() : collisions;
        references = references == null ? Map.of() : references;
    }

    public static ImportOptions defaults() {
        return new ImportOptions(null, null, null, null, null, null);
    }

    ImportOptions checked() {
        if (near() < 0.5 || near() > 1) {
            throw InvalidInput.at("options.acceptNearMatches", "imports.options.near");
        }
        if (collisions != null && !RULES.containsAll(collisions.values())) {
            throw InvalidInput.at("options.collisions", "imports.options.collision");
        }
        return this;
    }

    @JsonIgnore
    public boolean creates() {
        return Boolean.TRUE.equals(createMissing);
    }

    @JsonIgnore
    public double near() {
        return acceptNearMatches == null ? NEAR : acceptNearMatches;
    }

    /** The rule for a field when the record already has a value in it. */
    public String collision(String field) {
        return collisions == null ? "overwrite" : collisions.getOrDefault(field, "overwrite");
    }

    /** What the name in the file means by decision of the importer; null when undecided. */
    @Nullable
    String decided(String type, String name) {
        return references == null
                ? null
                : references.getOrDefault(type, Map.of()).get(name);
    }
}
