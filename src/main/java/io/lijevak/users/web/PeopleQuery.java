package io.lijevak.users.web;

import io.lijevak.platform.web.Form;
import io.lijevak.users.PeopleFilter;
import io.lijevak.users.Role;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Filters of the list of people in its address. */
final class PeopleQuery {
    private PeopleQuery() {}

    static PeopleFilter filter(Form form) {
        var reader = form.reader(Locale.ROOT);
        var state = reader.choice("state", PeopleFilter.State.class);
        return new PeopleFilter(
                reader.text("q"),
                reader.choice("role", Role.class),
                reader.id("team"),
                state == null ? PeopleFilter.State.ACTIVE : state);
    }

    /** The address of the next page, null on the last. */
    static @Nullable String next(Form form, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        var address = UriComponentsBuilder.fromPath("/people");
        for (var name : new String[] {"q", "role", "team", "state"}) {
            if (!form.value(name).isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        }
        var values = new java.util.HashMap<String, String>();
        for (var name : new String[] {"q", "role", "team", "state"}) {
            values.put(name, form.value(name));
        }
        return address.queryParam("next", cursor)
                .encode()
                .buildAndExpand(values)
                .toUriString();
    }

    /** The version a form was made from; 0, which never is one, when it was left out. */
    static int version(Form form) {
        var text = form.value("version");
        return text.matches("-?\\d{1,10}") ? (int) Long.parseLong(text) : 0;
    }
}
