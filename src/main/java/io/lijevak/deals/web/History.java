package io.lijevak.deals.web;

import io.lijevak.platform.Money;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.AuditTrail.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The audit trail of a deal as people read it: by day, values in the reader's words and formats. */
public record History(List<Entry> entries) {
    private static final Set<String> KEY = Set.of("moved", "won", "lost", "reopened", "created", "demo", "switched");
    private static final Map<String, String> ICONS = Map.of(
            "created",
            "plus",
            "demo",
            "plus",
            "moved",
            "flag",
            "won",
            "won",
            "lost",
            "lost",
            "reopened",
            "reopen",
            "assigned",
            "people",
            "switched",
            "copy");

    /** The entries of a day, newest first. */
    public record Day(String label, List<Entry> entries) {}

    /** A changed field with both values as text; an absent value is empty. */
    public record Line(String label, String before, String after) {}

    public List<Day> days(Ui ui) {
        var days = new LinkedHashMap<LocalDate, List<Entry>>();
        for (var entry : entries) {
            days.computeIfAbsent(entry.at().atZone(ui.f().zone()).toLocalDate(), day -> new ArrayList<>())
                    .add(entry);
        }
        return days.entrySet().stream()
                .map(day -> new Day(ui.f().date(day.getKey()), day.getValue()))
                .toList();
    }

    public boolean isKey(Entry entry) {
        return KEY.contains(entry.action());
    }

    public String icon(Entry entry) {
        return ICONS.getOrDefault(entry.action(), "pencil");
    }

    public List<Line> lines(Ui ui, Entry entry) {
        return entry.changes().entrySet().stream()
                .filter(change -> !change.getKey().equals("outcome"))
                .map(change -> line(ui, change.getKey(), change.getValue()))
                .toList();
    }

    private static Line line(Ui ui, String field, Change change) {
        var label = "deals.field." + field;
        return new Line(
                ui.hasText(label) ? ui.t(label) : field,
                words(ui, field, change.before()),
                words(ui, field, change.after()));
    }

    private static String words(Ui ui, String field, @Nullable String stored) {
        if (stored == null) {
            return "";
        }
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "amount" -> amount(ui, stored);
            case "expectedclose" -> ui.f().date(LocalDate.parse(stored));
            default -> stored;
        };
    }

    private static String amount(Ui ui, String stored) {
        var parts = stored.split(" ");
        return parts.length == 2 ? ui.f().money(Money.of(parts[0], parts[1])) : stored;
    }
}
