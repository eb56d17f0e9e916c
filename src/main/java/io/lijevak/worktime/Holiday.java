package io.lijevak.worktime;

import java.time.LocalDate;

/**
 * A day that differs from its weekday.
 *
 * @param name its name, or the message key of it when {@code computed}
 * @param computed whether the law of the country makes it one, else somebody wrote it down
 * @param working whether people work on it after all
 */
public record Holiday(LocalDate day, String name, boolean computed, boolean working) {}
