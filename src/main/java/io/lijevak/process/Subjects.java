package io.lijevak.process;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The records that processes are about, whatever module they are of. */
@Component
class Subjects {
    private final List<SubjectKind> kinds;

    Subjects(List<SubjectKind> kinds) {
        this.kinds = kinds;
    }

    SubjectKind kind(Subject subject) {
        return kind(subject.kind());
    }

    SubjectKind kind(String name) {
        return find(name).orElseThrow(() -> new RecordNotFound("subject", name));
    }

    /** The words of the kinds that follow no deal type. */
    List<String> others() {
        return kinds.stream()
                .map(SubjectKind::name)
                .filter(kind -> !kind.equals(Subject.DEAL))
                .sorted()
                .toList();
    }

    Optional<SubjectKind> find(String name) {
        return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    void hold(Subject subject) {
        kind(subject).hold(subject.id());
    }

    boolean may(Subject subject, Action action, CurrentUser user) {
        return kind(subject).may(subject.id(), action, user);
    }

    void require(Subject subject, Action action, CurrentUser user) {
        if (!may(subject, action, user)) {
            throw new AccessDeniedException(subject.kind() + "." + action);
        }
    }

    @Nullable
    Long responsible(Subject subject) {
        return kind(subject).responsible(subject.id());
    }

    @Nullable
    Long customersResponsible(Subject subject) {
        return kind(subject).customersResponsible(subject.id());
    }

    /**
     * The user with the rights to do what a point demands: whom it is addressed to may fill in the record, though it be
     * somebody else's.
     */
    CurrentUser doer(Arrival arrival, CurrentUser user) {
        var subject = arrival.subject();
        if (!Objects.equals(arrival.executor(), user.id()) || may(subject, Action.EDIT, user)) {
            return user;
        }
        var owners = Stream.of(responsible(subject), customersResponsible(subject))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return user.reaching(
                owners, EnumSet.of(kind(subject).resource(), Resource.CUSTOMER, Resource.INTERACTION, Resource.TASK));
    }
}
