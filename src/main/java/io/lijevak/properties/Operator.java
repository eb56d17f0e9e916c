package io.lijevak.properties;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How a field is compared. {@link #EQ} is meant where an address names no other. */
public enum Operator {
    EQ,
    /** The complement of {@link #EQ}: records without a value are among it. */
    NE,
    /** One of several values. */
    IN,
    NOT_IN,
    /** The value itself, or anything below it in its hierarchy. */
    UNDER,
    GT,
    GE,
    LT,
    LE,
    /** From a value to another, both included. */
    BETWEEN,
    CONTAINS,
    NOT_CONTAINS,
    FILLED,
    EMPTY;

    private static final Set<Operator> ALWAYS = EnumSet.of(EQ, NE, FILLED, EMPTY);
    private static final Set<Operator> LISTED = EnumSet.of(IN, NOT_IN);
    private static final Set<Operator> ORDERED = EnumSet.of(GT, GE, LT, LE, BETWEEN);
    private static final Set<Operator> WRITTEN = EnumSet.of(CONTAINS, NOT_CONTAINS);

    /** The operators of a type. */
    public static Set<Operator> of(PropertyType type, boolean hierarchical) {
        var all = EnumSet.copyOf(ALWAYS);
        if (type != PropertyType.FLAG) {
            all.addAll(LISTED);
        }
        if (type == PropertyType.NUMBER || type == PropertyType.MONEY || type == PropertyType.DATE) {
            all.addAll(ORDERED);
        }
        if (type == PropertyType.TEXT) {
            all.addAll(WRITTEN);
        }
        if (hierarchical) {
            all.add(UNDER);
        }
        return all;
    }

    /** Its word in addresses: {@code eq}, {@code not_in}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Operator> read(String word) {
        return Stream.of(values())
                .filter(operator -> operator.word().equals(word))
                .findFirst();
    }

    /** How many values it takes: none, one, two, or any number. */
    public int values(int given) {
        return switch (this) {
            case FILLED, EMPTY -> 0;
            case BETWEEN -> 2;
            case IN, NOT_IN -> Math.max(1, given);
            case EQ, NE, UNDER, GT, GE, LT, LE, CONTAINS, NOT_CONTAINS -> 1;
        };
    }

    public boolean takesMany() {
        return this == IN || this == NOT_IN;
    }

    /** The operator that holds exactly where this one does not, itself for one that says what holds. */
    Operator positive() {
        return switch (this) {
            case NE -> EQ;
            case NOT_IN -> IN;
            case NOT_CONTAINS -> CONTAINS;
            case EMPTY -> FILLED;
            case EQ, IN, UNDER, GT, GE, LT, LE, BETWEEN, CONTAINS, FILLED -> this;
        };
    }

    boolean negative() {
        return positive() != this;
    }
}
