package io.lijevak.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.AuditTrail.Entry;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LijevakTest
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

        assertThat(trail.of("customer", 1, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.changes()).containsOnly(Map.entry("name", new Change("a", "b"))));
    }

    @Test
    void writesManyAtOnce() {
        var user = world.user(Role.READER);

        trail.recordAll(user, "customer", "imported", Map.of(1L, Map.of(), 2L, Map.of("name", new Change(null, "b"))));

        assertThat(trail.of("customer", 1, 10)).hasSize(1);
        assertThat(trail.of("customer", 2, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.changes()).containsEntry("name", new Change(null, "b")));
    }

    @Test
    void showsEditsOfOneMinuteAsOne() {
        var user = world.user(Role.READER);
        trail.record(user, "customer", 1, "changed", Map.of("name", new Change("a", "b")));
        trail.record(user, "customer", 1, "changed", Map.of("name", new Change("b", "c")));
        trail.record(world.user(Role.READER), "customer", 1, "changed", Map.of("name", new Change("c", "d")));

        var lines = trail.history("customer", 1, 10);

        assertThat(lines)
                .extracting(line -> line.changes().get("name"))
                .isEqualTo(List.of(new Change("c", "d"), new Change("a", "c")));
    }

    @Test
    void readsDifferentFieldsOfOneMinuteAsOneEditAndKeepsTheRows() {
        var user = world.user(Role.SALES_REP);
        trail.record(user, "customer", 1, "changed", Map.of("name", new Change("a", "b")));
        trail.record(user, "customer", 1, "changed", Map.of("note", new Change(null, "x")));
        trail.record(
                user, "customer", 1, "changed", Map.of("name", new Change("b", "a"), "city", new Change("1", "2")));

        assertThat(trail.history("customer", 1, 10))
                .extracting(Entry::changes)
                .containsExactly(Map.of("note", new Change(null, "x"), "city", new Change("1", "2")));
        assertThat(trail.of("customer", 1, 10)).hasSize(3);
    }

    @Test
    void readsAnEditThatIsMoreThanAMinuteAwayByItself() {
        var user = world.user(Role.SALES_REP);
        edit(user, 0, "a", "b");
        edit(user, 50, "b", "c");
        edit(user, 100, "c", "d");
        edit(user, 300, "d", "e");

        assertThat(trail.history("customer", 1, 10))
                .extracting(entry -> entry.changes().get("name"))
                .containsExactly(new Change("d", "e"), new Change("b", "d"), new Change("a", "b"));
    }

    @Test
    void leadsThroughEveryPageOfAHistoryThatIsReadAsFewerEntries() {
        var user = world.user(Role.SALES_REP);
        for (int n = 0; n < 60; n++) {
            edit(user, n * 10 + n / 6 * 100, "v" + n, "v" + (n + 1));
        }
        var all = trail.history("customer", 1, 100);
        var seen = new ArrayList<Entry>(trail.history("customer", 1, 3));
        var page = List.copyOf(seen);
        while (!page.isEmpty()) {
            page = trail.historyBefore(seen.getLast().at(), "customer", 1, 3);
            seen.addAll(page);
        }

        assertThat(all).hasSize(10);
        assertThat(seen).isEqualTo(all);
    }

    private void edit(CurrentUser user, int second, String before, String after) {
        jdbc.sql("""
                insert into audit_entry (at, person_id, via, subject_kind, subject_id, action, changes)
                values (:at, :person, 'web', 'customer', 1, 'changed',
                  jsonb_build_object('name', jsonb_build_object('before', :before::text, 'after', :after::text)))""")
                .param(
                        "at",
                        Timestamp.from(Instant.parse("2026-05-04T08:00:00Z").plusSeconds(second)))
                .param("person", user.id())
                .param("before", before)
                .param("after", after)
                .update();
    }
}
