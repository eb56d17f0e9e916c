package io.lijevak.platform.web;

import io.lijevak.platform.Reckoning;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A second count of a number, made where the address asks for it by {@code recount=true}.
 *
 * @param again empty where it was not asked for, or there is too much to read
 */
public record SecondCount(boolean asked, Optional<Reckoning.Again> again) {
    /** Its parameter. */
    public static final String RECOUNT = "recount";

    public static SecondCount of(Map<String, String> parameters, Supplier<Optional<Reckoning.Again>> count) {
        var asked = parameters.getOrDefault(RECOUNT, "").equals("true");
        return new SecondCount(asked, asked ? count.get() : Optional.empty());
    }
}
