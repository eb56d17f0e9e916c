package io.lijevak.imports;

import io.lijevak.deals.DealOutcome;
import java.util.Optional;

/** How a deal stands by the words people use, which many keep among its stages. */
final class OutcomeWords {
    private OutcomeWords() {}

    static Optional<DealOutcome> read(String word) {
        for (var outcome : DealOutcome.values()) {
            if (Headings.isWord("outcome." + outcome.word(), word)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }
}
