package io.lijevak.views.web;

import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Person;
import io.lijevak.views.Rhythm;
import io.lijevak.views.SavedView;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Stream;

/**
 * The form of a schedule: what may be chosen.
 *
 * @param people whom it may be sent to; empty where only oneself is possible
 * @param mailSet whether there is a mail server
 */
public record SchedulePage(Ui ui, SavedView view, List<Person> people, boolean mailSet) {
    public List<Option> rhythms() {
        return Stream.of(Rhythm.Kind.values())
                .map(kind -> new Option(kind.name(), ui.t("views.schedule.rhythm." + kind)))
                .toList();
    }

    public List<Option> weekdays() {
        return Stream.of(DayOfWeek.values())
                .map(day -> Option.of(day.getValue(), weekday(ui, day.getValue())))
                .toList();
    }

    public List<Option> recipients() {
        return people.stream()
                .filter(person -> person.email() != null)
                .map(person -> Option.of(person.id(), person.name()))
                .toList();
    }

    /** "Weekly, Monday, 07:00". */
    public static String when(Ui ui, Rhythm when) {
        var day = when.day() == null ? 0 : when.day();
        return switch (when.kind()) {
            case WORKDAYS -> ui.t("views.schedule.when.WORKDAYS", when.at().toString());
            case WEEKLY ->
                ui.t("views.schedule.when.WEEKLY", weekday(ui, day), when.at().toString());
            case MONTHLY -> ui.t("views.schedule.when.MONTHLY", day, when.at().toString());
        };
    }

    private static String weekday(Ui ui, int day) {
        return DayOfWeek.of(Math.clamp(day, 1, 7)).getDisplayName(TextStyle.FULL_STANDALONE, ui.locale());
    }
}
