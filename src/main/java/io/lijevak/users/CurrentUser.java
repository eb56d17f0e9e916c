package io.lijevak.users;

import io.lijevak.platform.Viewer;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/**
 * The person who acts in this request, with the rights of the role and the people these rights reach. Controllers take
 * it as a parameter and hand it on; nothing looks it up behind their back.
 *
 * @param people ids of everybody whose records {@link Scope#TEAM} reaches, the person included
 * @param rights scope by {@code RESOURCE.ACTION}; a missing one is {@link Scope#NONE}
 */
public record CurrentUser(
        PersonId person,
        String name,
        Role role,
        String language,
        ZoneId timeZone,
        String theme,
        boolean shortcuts,
        Set<Long> people,
        Map<String, Scope> rights)
        implements Viewer {

    @Override
    public long id() {
        return person.value();
    }

    @Override
    public boolean may(String right) {
        return rights.getOrDefault(right, Scope.NONE) != Scope.NONE;
    }

    public boolean may(Resource resource, Action action) {
        return scope(resource, action) != Scope.NONE;
    }

    public Scope scope(Resource resource, Action action) {
        return rights.getOrDefault(resource + "." + action, Scope.NONE);
    }

    /** Whether the right reaches a record of the given responsible person (null: of nobody). */
    public boolean can(Resource resource, Action action, @Nullable Long responsible) {
        return switch (scope(resource, action)) {
            case NONE -> false;
            case OWN -> Objects.equals(responsible, id());
            case TEAM -> responsible == null || people.contains(responsible);
            case ALL -> true;
        };
    }

    /** Refuses, before anything is read or written, what {@link #can} denies. */
    public void require(Resource resource, Action action, @Nullable Long responsible) {
        if (!can(resource, action, responsible)) {
            throw new AccessDeniedException(resource + "." + action);
        }
    }

    public void require(Resource resource, Action action) {
        if (!may(resource, action)) {
            throw new AccessDeniedException(resource + "." + action);
        }
    }

    /**
     * The same person with rights that reach what the owners answer for, to view, create and change: for somebody who
     * was asked to do one thing about a record that the own rights do not reach. The rest of the team is out of reach.
     */
    public CurrentUser reaching(Set<Long> owners, Set<Resource> resources) {
        var reached = new HashSet<>(owners);
        reached.add(id());
        var widened = new HashMap<>(rights);
        for (var resource : resources) {
            for (var action : List.of(Action.VIEW, Action.CREATE, Action.EDIT)) {
                widened.merge(resource + "." + action, Scope.TEAM, (had, team) -> had == Scope.ALL ? had : team);
            }
        }
        return new CurrentUser(
                person, name, role, language, timeZone, theme, shortcuts, Set.copyOf(reached), Map.copyOf(widened));
    }
}
