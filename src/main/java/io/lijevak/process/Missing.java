package io.lijevak.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A requirement that is not fulfilled, and how it can be on the spot.
 *
 * @param messageKey what is missing, in words; {@code arguments} go with it
 * @param inputs what to ask so that it is fulfilled at once; empty when that is done elsewhere
 * @param href where it is done otherwise, such as the form of an interaction
 */
public record Missing(
        Requirement requirement,
        String messageKey,
        List<Object> arguments,
        List<Input> inputs,
        @Nullable String href) {

    public Missing {
        arguments = List.copyOf(arguments);
        inputs = List.copyOf(inputs);
    }
}
