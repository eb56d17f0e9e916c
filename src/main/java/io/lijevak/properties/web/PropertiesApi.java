package io.lijevak.properties.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.properties.KeepProperties;
import io.lijevak.properties.NewProperty;
import io.lijevak.properties.Properties;
import io.lijevak.properties.Property;
import io.lijevak.properties.PropertyDraft;
import io.lijevak.properties.PropertyType;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import io.lijevak.users.Role;
import io.lijevak.users.SignedIn;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Properties over the API. */
@RestController
@RequestMapping("/api/v1/properties")
class PropertiesApi {
    private final Properties properties;
    private final KeepProperties keep;

    PropertiesApi(Properties properties, KeepProperties keep) {
        this.properties = properties;
        this.keep = keep;
    }

    /** All properties of a kind that the caller may see. */
    record PropertyList(List<PropertyJson> items) {}

    /** A property; {@code name} is in the caller's language. */
    record PropertyJson(
            long id,
            int version,
            RecordKind kind,
            String key,
            String name,
            PropertyType type,
            @Nullable RecordKind target,
            @Nullable String currency,
            @Nullable String section,
            boolean required,
            boolean retired,
            List<Property.Choice> choices) {
        static PropertyJson of(Property property, CurrentUser viewer) {
            return new PropertyJson(
                    property.id(),
                    property.version(),
                    property.kind(),
                    property.key(),
                    property.name(viewer.language()),
                    property.type(),
                    property.target(),
                    property.currency(),
                    property.draft().section(),
                    property.required(),
                    property.retired(),
                    property.choices());
        }
    }

    /** What a program writes; kind, type, key, target and currency count for a new property only. */
    record PropertyBody(
            @Nullable Integer version,
            @Nullable RecordKind kind,
            @Nullable PropertyType type,
            @Nullable String key,
            @Nullable RecordKind target,
            @Nullable String currency,
            @Nullable List<String> choices,
            @Nullable String name,
            @Nullable String nameHr,
            @Nullable String nameEn,
            @Nullable String nameRu,
            @Nullable String section,
            @Nullable Boolean required,
            @Nullable Set<Role> roles,
            @Nullable Integer position) {
        NewProperty fresh() {
            if (kind == null || !kind.owns()) {
                throw InvalidInput.at("kind", "platform.problem.required");
            }
            if (type == null) {
                throw InvalidInput.at("type", "platform.problem.required");
            }
            var names = choices == null ? List.<String>of() : choices;
            return new NewProperty(kind, type, key, target, currency, names, draft());
        }

        PropertyDraft draft() {
            return new PropertyDraft(
                    Objects.requireNonNullElse(name, ""),
                    nameHr,
                    nameEn,
                    nameRu,
                    section,
                    Boolean.TRUE.equals(required),
                    roles == null ? Set.of() : roles,
                    position == null ? 0 : position);
        }
    }

    @GetMapping
    @SignedIn
    PropertyList list(@RequestParam(defaultValue = "customer") String kind, CurrentUser user) {
        return new PropertyList(properties.seen(RecordKind.of(kind), user).stream()
                .map(property -> PropertyJson.of(property, user))
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    PropertyJson add(@RequestBody PropertyBody body, CurrentUser user) {
        return PropertyJson.of(keep.add(body.fresh(), user), user);
    }

    @PutMapping("/{id}")
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    PropertyJson change(@PathVariable long id, @RequestBody PropertyBody body, CurrentUser user) {
        var version = InvalidInput.required("version", body.version());
        return PropertyJson.of(keep.change(id, version, body.draft(), user), user);
    }

    @PostMapping("/{id}/retirement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    void retire(@PathVariable long id, CurrentUser user) {
        keep.retire(id, true, user);
    }

    @DeleteMapping("/{id}/retirement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    void revive(@PathVariable long id, CurrentUser user) {
        keep.retire(id, false, user);
    }
}
