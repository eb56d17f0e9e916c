package io.lijevak.deals.web;

import io.lijevak.deals.DealChoices;
import io.lijevak.deals.DealSelection;
import io.lijevak.platform.web.PageLink;
import io.lijevak.properties.FieldChips;
import io.lijevak.properties.RecordKind;
import io.lijevak.properties.Where;
import io.lijevak.users.CurrentUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the filters of an address with the words for what they mean. */
@Component
class FilterReading {
    private final DealChoices choices;
    private final List<DealSelection> selections;
    private final FieldChips chips;

    FilterReading(DealChoices choices, List<DealSelection> selections, FieldChips chips) {
        this.choices = choices;
        this.selections = selections;
        this.chips = chips;
    }

    Filters read(PageLink asked, CurrentUser user) {
        var own = chips.of(RecordKind.DEAL, Where.of(asked.parameters()), asked, user);
        var link = own.link();
        var words = new LinkedHashMap<String, Filters.Selected>();
        named(link, "customer").ifPresent(id -> words.put("customer", plain(choices.customerName(id, user))));
        named(link, "product").ifPresent(id -> words.put("product", plain(choices.productName(id))));
        for (var selection : selections) {
            var key = link.value(selection.parameter());
            if (!key.isEmpty()) {
                words.put(
                        selection.parameter(),
                        new Filters.Selected(selection.words(key, user), selection.passport(key)));
            }
        }
        return new Filters(own, choices.all(user), words);
    }

    /** Refuses conditions that cannot be used, where no page says that they were left out. */
    void require(Map<String, String> parameters, CurrentUser user) {
        chips.require(RecordKind.DEAL, parameters, user);
    }

    private static Filters.Selected plain(String name) {
        return new Filters.Selected(name, Optional.empty());
    }

    private static Optional<Long> named(PageLink link, String parameter) {
        return Optional.of(link.value(parameter))
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }
}
