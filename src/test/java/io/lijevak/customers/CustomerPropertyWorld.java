package io.lijevak.customers;

import io.lijevak.World;
import io.lijevak.properties.KeepProperties;
import io.lijevak.properties.NewProperty;
import io.lijevak.properties.Property;
import io.lijevak.properties.PropertyDraft;
import io.lijevak.properties.PropertyType;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An administrator, and a property of customers: the region, North or South. */
@Component
class CustomerPropertyWorld {
    private final World world;
    private final KeepProperties keep;
    private @Nullable CurrentUser administrator;
    private @Nullable Property region;

    CustomerPropertyWorld(World world, KeepProperties keep) {
        this.world = world;
        this.keep = keep;
    }

    /** The administrator. */
    CurrentUser found() {
        world.reset();
        var user = world.user(Role.ADMINISTRATOR);
        administrator = user;
        region = add("Region", PropertyType.LIST, "North", "South");
        return user;
    }

    Property region() {
        return Objects.requireNonNull(region);
    }

    Property add(String name, PropertyType type, String... values) {
        return keep.add(
                new NewProperty(
                        RecordKind.CUSTOMER, type, null, null, null, List.of(values), PropertyDraft.named(name)),
                Objects.requireNonNull(administrator));
    }
}
