package io.lijevak.process;

import io.lijevak.users.Role;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** To whom a point is addressed: a person, a role, who answers for the record, who answers for its customer. */
public sealed interface Addressee {
    record Someone(long person) implements Addressee {}

    record InRole(Role role) implements Addressee {}

    record Responsible() implements Addressee {}

    record CustomersResponsible() implements Addressee {}

    /** As it is written: {@code person:7}, {@code role:ACCOUNTANT}, {@code responsible}, {@code customer}. */
    default String written() {
        return switch (this) {
            case Someone someone -> "person:" + someone.person();
            case InRole role -> "role:" + role.role();
            case Responsible responsible -> "responsible";
            case CustomersResponsible customers -> "customer";
        };
    }

    /** Reads what {@link #written} wrote; nothing written means who answers for the record. */
    static Optional<Addressee> read(@Nullable String text) {
        if (text == null || text.isBlank() || text.equals("responsible")) {
            return Optional.of(new Responsible());
        }
        if (text.equals("customer")) {
            return Optional.of(new CustomersResponsible());
        }
        if (text.matches("person:\\d{1,18}")) {
            return Optional.of(new Someone(Long.parseLong(text.substring("person:".length()))));
        }
        return Stream.of(Role.values())
                .filter(role -> text.equals("role:" + role))
                .findFirst()
                .map(InRole::new);
    }
}
