package io.lijevak.users;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Languages;
import io.lijevak.platform.SearchText;
import io.lijevak.platform.StaleVersion;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One's own settings; empty language and time zone mean the company's. */
@Component
public class Profiles {
    private static final Set<String> THEMES = Set.of("system", "light", "dark");
    private final JdbcClient jdbc;
    private final AuditTrail trail;

    Profiles(JdbcClient jdbc, AuditTrail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /** What one may set about oneself. */
    public record Profile(
            String name,
            @Nullable String language,
            @Nullable String timeZone,
            String theme,
            boolean shortcuts,
            int version) {

        Map<String, String> words() {
            var words = new LinkedHashMap<String, String>();
            words.put("name", name);
            words.put("language", language == null ? "" : Languages.ownName(language));
            words.put("timeZone", timeZone == null ? "" : timeZone);
            words.put("theme", theme);
            words.put("shortcuts", shortcuts ? "✓" : "–");
            return words;
        }
    }

    public Profile of(CurrentUser user) {
        return jdbc.sql("select name, language, time_zone, theme, shortcuts, version from person where id = :id")
                .param("id", user.id())
                .query((row, number) -> new Profile(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getInt(6)))
                .single();
    }

    /** Problems at {@code name}, {@code language}, {@code timeZone}, {@code theme}. */
    @Transactional
    public void change(CurrentUser user, Profile given) {
        var before = of(user);
        check(given);
        var changed = jdbc.sql("""
                update person set name = :name, search_text = :search || coalesce(' ' || lower(email), ''),
                  language = :language, time_zone = :timeZone, theme = :theme, shortcuts = :shortcuts,
                  version = version + 1
                where id = :id and version = :version""")
                .param("name", given.name().strip())
                .param("search", SearchText.fold(given.name()))
                .param("language", given.language())
                .param("timeZone", given.timeZone())
                .param("theme", given.theme())
                .param("shortcuts", given.shortcuts())
                .param("id", user.id())
                .param("version", given.version())
                .update();
        if (changed == 0) {
            throw new StaleVersion();
        }
        var changes = new LinkedHashMap<String, AuditTrail.Change>();
        var after = given.words();
        before.words().forEach((field, old) -> changes.put(field, new AuditTrail.Change(old, after.get(field))));
        trail.record(user, "person", user.id(), "changed", changes);
    }

    /** Keeps the look chosen by the button of the page frame. */
    @Transactional
    public void changeTheme(CurrentUser user, String theme) {
        if (!THEMES.contains(theme)) {
            throw InvalidInput.at("theme", "users.error.choice");
        }
        jdbc.sql("update person set theme = :theme where id = :id")
                .param("theme", theme)
                .param("id", user.id())
                .update();
    }

    /** Takes a language of the interface, from the command palette. */
    @Transactional
    public void changeLanguage(CurrentUser user, String language) {
        if (!Languages.ALL.contains(language)) {
            throw InvalidInput.at("language", "users.error.choice");
        }
        jdbc.sql("update person set language = :language where id = :id")
                .param("language", language)
                .param("id", user.id())
                .update();
    }

    private static void check(Profile given) {
        var problems = new ArrayList<FieldProblem>();
        if (given.name().isBlank() || given.name().length() > 200) {
            problems.add(new FieldProblem("name", "users.error.name"));
        }
        if (given.language() != null && !Languages.ALL.contains(given.language())) {
            problems.add(new FieldProblem("language", "users.error.choice"));
        }
        if (given.timeZone() != null && !ZoneId.getAvailableZoneIds().contains(given.timeZone())) {
            problems.add(new FieldProblem("timeZone", "users.error.choice"));
        }
        if (!THEMES.contains(Objects.requireNonNull(given.theme()))) {
            problems.add(new FieldProblem("theme", "users.error.choice"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
