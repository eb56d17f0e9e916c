package io.lijevak.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.users.AuditTrail.Change;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@LijevakTest
@Import(World.class)
class AuditTrailTests {
    @Autowired
    World world;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void reset() {
        world.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_entry set action = 'x'", "delete from audit_entry", "truncate audit_entry"})
    void isAppendOnly(String attack) {
        trail.record(world.user(Role.READER), "customer", 1, "created", Map.of());

        assertThatThrownBy(() -> jdbc.sql(attack).update()).hasMessageContaining("append-only");
    }

    @Test
    void leavesOutWhatDidNotChange() {
        var user = world.user(Role.READER);
        trail.record(user, "customer", 1, "changed", Map.of("name", new Change("a", "a")));
        trail.record(
                user, "customer", 1, "changed", Map.of("name", new Change("a", "b"), "city", new Change("c", "c")));

        assertThat(trail.of("customer", 1, null, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.changes()).containsOnly(Map.entry("name", new Change("a", "b"))));
    }

    @Test
    void writesManyAtOnce() {
        var user = world.user(Role.READER);

        trail.recordAll(user, "customer", "imported", Map.of(1L, Map.of(), 2L, Map.of("name", new Change(null, "b"))));

        assertThat(trail.of("customer", 1, null, 10)).hasSize(1);
        assertThat(trail.of("customer", 2, null, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.changes()).containsEntry("name", new Change(null, "b")));
    }

    @Test
    void showsEditsOfOneMinuteAsOne() {
        var user = world.user(Role.READER);
        trail.record(user, "customer", 1, "changed", Map.of("name", new Change("a", "b")));
        trail.record(user, "customer", 1, "changed", Map.of("name", new Change("b", "c")));
        trail.record(world.user(Role.READER), "customer", 1, "changed", Map.of("name", new Change("c", "d")));

        var lines = History.of(trail.of("customer", 1, null, 10));

        assertThat(lines)
                .extracting(line -> line.changes().get("name"))
                .isEqualTo(List.of(new Change("c", "d"), new Change("a", "c")));
    }
}
