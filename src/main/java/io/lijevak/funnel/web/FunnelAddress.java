package io.lijevak.funnel.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.PageLink;
import java.util.HashMap;
import java.util.Map;

/** The address of a funnel or matrix: the whole state of the page as parameters, one control choosing person or team. */
final class FunnelAddress {
    private FunnelAddress() {}

    /** The parameters with the choice of person or team told apart. */
    static Map<String, String> parameters(Map<String, String> sent) {
        var input = new HashMap<>(sent);
        var who = input.getOrDefault("who", "").split(":", 2);
        if (who.length == 2) {
            input.put(who[0].equals("team") ? "team" : "owner", who[1]);
        }
        return input;
    }

    /** The chosen values, person and team as the one control that chooses either. */
    static Form form(PageLink link) {
        var values = new HashMap<>(link.parameters());
        if (!link.value("team").isEmpty()) {
            values.put("who", "team:" + link.value("team"));
        }
        if (!link.value("owner").isEmpty()) {
            values.put("who", "owner:" + link.value("owner"));
        }
        values.putIfAbsent("potential", "current");
        return Form.of(values);
    }
}
