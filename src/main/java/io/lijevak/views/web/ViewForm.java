package io.lijevak.views.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
import io.lijevak.views.Audience;
import io.lijevak.views.SavedView;
import io.lijevak.views.ViewDays;
import io.lijevak.views.ViewDraft;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of a view: its name, and who may open it. */
final class ViewForm {
    private static final String TEAM = "TEAM:";

    private ViewForm() {}

    static Form of(SavedView view) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("name", view.name());
        values.put("audience", audience(view.audience(), view.team()));
        values.put("version", view.version());
        return Form.of(values);
    }

    /** Who may open it, as the form says it. */
    static String audience(Audience audience, @Nullable Long team) {
        return team == null ? audience.name() : TEAM + team;
    }

    static ViewDraft draft(Form form) {
        var audience = form.value("audience");
        if (audience.startsWith(TEAM)) {
            return new ViewDraft(form.value("name"), Audience.TEAM, team(audience.substring(TEAM.length())));
        }
        return new ViewDraft(
                form.value("name"),
                audience.isEmpty()
                        ? Audience.OWNER
                        : Stream.of(Audience.values())
                                .filter(each -> each.name().equals(audience))
                                .findFirst()
                                .orElseThrow(() -> InvalidInput.at("audience", "views.problem.team")),
                null);
    }

    static ViewDays days(Form form) {
        return form.value("days").equals(ViewDays.FIXED.name()) ? ViewDays.FIXED : ViewDays.MOVING;
    }

    private static @Nullable Long team(String id) {
        try {
            return Long.valueOf(id);
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }
}
