package io.lijevak.users;

import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * The one scope predicate: which records a right reaches, for lists, reports, searches and exports. {@link #sql} for
 * SQL in text blocks (bind {@link #parameters}), {@link #condition} for composed queries.
 */
public final class Reach {
    private final Scope scope;
    private final CurrentUser user;

    private Reach(Scope scope, CurrentUser user) {
        this.scope = scope;
        this.user = user;
    }

    public static Reach of(CurrentUser user, Resource resource, Action action) {
        return new Reach(user.scope(resource, action), user);
    }

    /** Predicate over the column of the responsible person; its text depends on the scope alone. */
    public String sql(String responsibleColumn) {
        return switch (scope) {
            case NONE -> "false";
            case OWN -> responsibleColumn + " = :reachMe";
            case TEAM -> "(" + responsibleColumn + " = any(:reachPeople) or " + responsibleColumn + " is null)";
            case ALL -> "true";
        };
    }

    /** What {@link #sql} needs bound. */
    public Map<String, Object> parameters() {
        return switch (scope) {
            case NONE, ALL -> Map.of();
            case OWN -> Map.of("reachMe", user.id());
            case TEAM -> Map.of("reachPeople", user.people().toArray(Long[]::new));
        };
    }

    public Condition condition(Field<Long> responsible) {
        return switch (scope) {
            case NONE -> DSL.falseCondition();
            case OWN -> responsible.eq(user.id());
            case TEAM -> responsible.in(user.people()).or(responsible.isNull());
            case ALL -> DSL.trueCondition();
        };
    }
}
