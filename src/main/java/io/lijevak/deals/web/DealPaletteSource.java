package io.lijevak.deals.web;

import io.lijevak.deals.DealFilter;
import io.lijevak.deals.DealList;
import io.lijevak.platform.CommandPaletteSource;
import io.lijevak.platform.Viewer;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Offers deals in the command palette, by title, customer or number. */
@Component
class DealPaletteSource implements CommandPaletteSource {
    private final DealList list;

    DealPaletteSource(DealList list) {
        this.list = list;
    }

    @Override
    public List<Hit> find(String term, Viewer viewer, int limit) {
        if (!(viewer instanceof CurrentUser user) || !viewer.may("DEAL.VIEW") || term.isBlank()) {
            return List.of();
        }
        return list.page(DealFilter.of(Map.of("q", term)), "", null, limit, user).items().stream()
                .map(deal -> new Hit(
                        "deal",
                        deal.title(),
                        Stream.of(deal.customer(), deal.stage())
                                .filter(Objects::nonNull)
                                .map(named -> named.name())
                                .collect(Collectors.joining(" · ")),
                        "/deals/" + deal.id()))
                .toList();
    }
}
