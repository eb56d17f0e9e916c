package io.lijevak.deals.web;

import io.lijevak.deals.DealChoices;
import io.lijevak.deals.DealSelection;
import io.lijevak.platform.web.PageLink;
import io.lijevak.users.CurrentUser;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the filters of an address with the words for what they mean. */
@Component
class FilterReading {
    private final DealChoices choices;
    private final List<DealSelection> selections;

    FilterReading(DealChoices choices, List<DealSelection> selections) {
        this.choices = choices;
        this.selections = selections;
    }

    Filters read(PageLink link, CurrentUser user) {
        var words = new LinkedHashMap<String, String>();
        for (var selection : selections) {
            var key = link.value(selection.parameter());
            if (!key.isEmpty()) {
                words.put(selection.parameter(), selection.words(key, user));
            }
        }
        return new Filters(link, choices.all(user), words);
    }
}
