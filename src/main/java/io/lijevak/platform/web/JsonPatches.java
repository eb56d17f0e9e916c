package io.lijevak.platform.web;

import io.lijevak.platform.InvalidInput;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applies a JSON merge patch (RFC 7396) to a value: a field that is missing stays as it is, one that is null becomes
 * empty, an object inside is merged likewise.
 */
@Component
public class JsonPatches {
    private final JsonMapper json;

    JsonPatches(JsonMapper json) {
        this.json = json;
    }

    /** The value with the patch applied, or {@link InvalidInput} at the field that does not fit. */
    public <T> T apply(T value, JsonNode patch, Class<T> type) {
        if (!patch.isObject()) {
            throw InvalidInput.at("", "platform.api.field.type");
        }
        try {
            return json.treeToValue(merged(json.valueToTree(value), patch), type);
        } catch (JacksonException e) {
            throw new InvalidInput(List.of(WrongValue.in(path(e.getPath()), e)));
        }
    }

    private JsonNode merged(JsonNode target, JsonNode patch) {
        var merged = target.isObject() ? ((ObjectNode) target).deepCopy() : json.createObjectNode();
        patch.properties().forEach(field -> {
            var before = merged.path(field.getKey());
            merged.set(
                    field.getKey(), field.getValue().isObject() ? merged(before, field.getValue()) : field.getValue());
        });
        return merged;
    }

    private static String path(List<Reference> steps) {
        return String.join(
                ".",
                steps.stream()
                        .map(step -> step.getPropertyName() == null
                                ? String.valueOf(step.getIndex())
                                : step.getPropertyName())
                        .toList());
    }
}
