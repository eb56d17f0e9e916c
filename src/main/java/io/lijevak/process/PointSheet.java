package io.lijevak.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the form of a point says: what is to be done, how, what is missing, and what its end may ask.
 *
 * @param executor name of who is to do it
 * @param demands how many requirements its stage and the rules of its type have
 * @param questions inputs of what is decided here, on which the way behind turns
 * @param endings inputs of an end that may follow at once, such as the reason of a loss
 */
public record PointSheet(
        Arrival arrival,
        String title,
        String href,
        @Nullable String executor,
        int demands,
        List<Missing> missing,
        List<Input> questions,
        List<Input> endings,
        boolean completable,
        boolean overridable) {
    public PointSheet {
        missing = List.copyOf(missing);
        questions = List.copyOf(questions);
        endings = List.copyOf(endings);
    }
}
