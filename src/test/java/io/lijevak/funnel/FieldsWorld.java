package io.lijevak.funnel;

import io.lijevak.World;
import io.lijevak.funnel.FunnelWorld.Deal;
import io.lijevak.funnel.FunnelWorld.Visit;
import io.lijevak.properties.KeepProperties;
import io.lijevak.properties.NewProperty;
import io.lijevak.properties.Property;
import io.lijevak.properties.PropertyDraft;
import io.lijevak.properties.PropertyType;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Thirteen closed deals, twelve of them with a customer: three in each of three regions, three in none. */
@Component
class FieldsWorld {
    private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);

    private final World world;
    private final JdbcClient jdbc;
    private final DealFacts facts;
    private final KeepProperties keep;
    private @Nullable Found found;

    private record Found(PersonId head, Property region, long stage, long type) {}

    FieldsWorld(World world, JdbcClient jdbc, DealFacts facts, KeepProperties keep) {
        this.world = world;
        this.jdbc = jdbc;
        this.facts = facts;
        this.keep = keep;
    }

    void found() {
        world.reset();
        var head = world.person("Ana", Role.ADMINISTRATOR);
        var region = region(head);
        var rows = new FunnelWorld(jdbc);
        var stage = rows.stage("Offer", 1);
        var type = rows.type("Sale", List.of(stage));
        found = new Found(head, region, stage, type);
        for (var n = 0; n < 12; n++) {
            var customer = rows.customer("Customer " + n, null);
            if (n % 4 < 3) {
                fill(customer, region.choices().get(n % 4).id());
            }
            deal(rows, n % 4 == 0 ? "WON" : "LOST", customer);
        }
        deal(rows, "WON", null);
        facts.rebuild();
    }

    private Property region(PersonId head) {
        return keep.add(
                new NewProperty(
                        RecordKind.CUSTOMER,
                        PropertyType.LIST,
                        null,
                        null,
                        null,
                        List.of("North", "South", "East"),
                        PropertyDraft.named("Region")),
                world.user(head));
    }

    private void fill(long customer, long choice) {
        jdbc.sql(
                        "update customer set properties = jsonb_build_object('region', cast(:choice as bigint)) where id = :id")
                .param("choice", choice)
                .param("id", customer)
                .update();
    }

    private void deal(FunnelWorld rows, String outcome, @Nullable Long customer) {
        var entered = TODAY.minus(20, ChronoUnit.DAYS);
        var closed = TODAY.minus(5, ChronoUnit.DAYS);
        var amount = new BigDecimal("100.00");
        rows.deal(
                new Deal(type(), company().stage(), outcome, head().value(), null, customer, amount, entered, closed),
                List.of(new Visit(company().stage(), entered, closed, outcome, amount, amount, entered, closed)));
    }

    private Found company() {
        return Objects.requireNonNull(found);
    }

    PersonId head() {
        return company().head();
    }

    Property region() {
        return company().region();
    }

    long type() {
        return company().type();
    }

    /** Of a region, in the order of its choices, as addresses have it. */
    String id(int choice) {
        return region().choices().get(choice).value();
    }
}
