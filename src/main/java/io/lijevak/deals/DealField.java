package io.lijevak.deals;

import java.util.Optional;
import java.util.stream.Stream;

/** The fields of a deal that a stage may demand. */
enum DealField {
    AMOUNT("amount"),
    EXPECTED_CLOSE("expectedClose"),
    CUSTOMER("customer"),
    CONTACT("contact"),
    SOURCE("source"),
    LINES("lines");

    private final String word;

    DealField(String word) {
        this.word = word;
    }

    static Optional<DealField> named(String word) {
        return Stream.of(values()).filter(field -> field.word.equals(word)).findFirst();
    }

    String word() {
        return word;
    }

    boolean isFilled(DealTerms terms) {
        return switch (this) {
            case AMOUNT -> terms.total() != null;
            case EXPECTED_CLOSE -> terms.expectedClose() != null;
            case CUSTOMER -> terms.customer() != null;
            case CONTACT -> terms.contact() != null;
            case SOURCE -> terms.source() != null;
            case LINES -> !terms.lines().isEmpty();
        };
    }
}
