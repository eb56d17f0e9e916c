package io.lijevak.properties;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The properties of the company; kept in memory until they change. */
@Component
public class Properties {
    private static final Comparator<Property> ORDER = Comparator.comparing(
                    (Property property) -> property.draft().section(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(property -> property.draft().position())
            .thenComparing(Property::id);
    /** Another instance's change is noticed after this long. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicLong generation = new AtomicLong();
    private volatile @Nullable Kept known;

    private record Kept(List<Property> properties, Instant readAt) {}

    Properties(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All properties of a kind, by group and position, the retired ones too. */
    public List<Property> all(RecordKind kind) {
        return kept().stream().filter(property -> property.kind() == kind).toList();
    }

    /** Those in use that the viewer may see. */
    public List<Property> seen(RecordKind kind, CurrentUser viewer) {
        return all(kind).stream()
                .filter(property -> !property.retired() && property.visibleTo(viewer))
                .toList();
    }

    public Optional<Property> find(RecordKind kind, String key) {
        return all(kind).stream().filter(property -> property.key().equals(key)).findFirst();
    }

    /** The property as it stands now, or {@link RecordNotFound}. */
    public Property require(long id) {
        return read().stream()
                .filter(property -> property.id() == id)
                .findFirst()
                .orElseThrow(() -> new RecordNotFound("property", id));
    }

    /** Forgets what was read, when the current transaction commits, or at once without one. */
    public void forget() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    forgetNow();
                }
            });
        } else {
            forgetNow();
        }
    }

    private void forgetNow() {
        generation.incrementAndGet();
        known = null;
    }

    private List<Property> kept() {
        var now = clock.instant();
        var kept = known;
        if (kept != null && now.isBefore(kept.readAt.plus(KEPT)) && !now.isBefore(kept.readAt)) {
            return kept.properties;
        }
        var before = generation.get();
        var read = read();
        if (generation.get() == before) {
            known = new Kept(read, now);
        }
        return read;
    }

    private List<Property> read() {
        return jdbc.sql("""
                select p.*,
                  array(select c.id from property_choice c where c.property_id = p.id order by c.position, c.id) as ids,
                  array(select c.name from property_choice c where c.property_id = p.id
                        order by c.position, c.id) as names,
                  array(select c.retired_at is not null from property_choice c where c.property_id = p.id
                        order by c.position, c.id) as retired
                from property p""").query((row, number) -> property(row)).list().stream()
                .sorted(ORDER)
                .toList();
    }

    private static Property property(ResultSet row) throws SQLException {
        return new Property(
                row.getLong("id"),
                row.getInt("version"),
                RecordKind.valueOf(row.getString("kind")),
                row.getString("key"),
                PropertyType.valueOf(row.getString("type")),
                target(row.getString("target")),
                row.getString("currency"),
                draft(row),
                row.getTimestamp("retired_at") != null,
                choices(row));
    }

    private static PropertyDraft draft(ResultSet row) throws SQLException {
        return new PropertyDraft(
                row.getString("name"),
                row.getString("name_hr"),
                row.getString("name_en"),
                row.getString("name_ru"),
                row.getString("section"),
                row.getBoolean("required"),
                roles(row),
                row.getInt("position"));
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable RecordKind target(@Nullable String name) {
        return name == null ? null : RecordKind.valueOf(name);
    }

    private static List<Property.Choice> choices(ResultSet row) throws SQLException {
        var ids = (Long[]) row.getArray("ids").getArray();
        var names = (String[]) row.getArray("names").getArray();
        var retired = (Boolean[]) row.getArray("retired").getArray();
        var choices = new ArrayList<Property.Choice>();
        for (int n = 0; n < ids.length; n++) {
            choices.add(new Property.Choice(ids[n], names[n], retired[n]));
        }
        return choices;
    }
}
