package io.lijevak.worktime.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Ui;
import io.lijevak.worktime.Holiday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.IntStream;

/** The settings of working time: the week, and the days of a year that differ from it. */
public record WorkingTimePage(Form week, Form holiday, int year, List<Holiday> days) {

    /** The week as its readers count it. */
    public List<DayOfWeek> weekdays(Ui ui) {
        return IntStream.range(0, 7)
                .mapToObj(day -> ui.f().weekStart().plus(day))
                .toList();
    }

    public String weekday(Ui ui, DayOfWeek day) {
        var name = day.getDisplayName(TextStyle.FULL_STANDALONE, ui.locale());
        return name.substring(0, 1).toUpperCase(ui.locale()) + name.substring(1);
    }

    public String weekday(Ui ui, LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, ui.locale());
    }

    public String name(Ui ui, Holiday day) {
        return day.computed() ? ui.t(day.name()) : day.name();
    }
}
