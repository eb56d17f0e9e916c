package io.lijevak.complaints.web;

import io.lijevak.complaints.ComplaintFilter;
import io.lijevak.complaints.Complaints;
import io.lijevak.platform.CommandPaletteSource;
import io.lijevak.platform.Viewer;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Offers complaints in the command palette, by their words or their customer. */
@Component
class ComplaintPaletteSource implements CommandPaletteSource {
    private final Complaints complaints;

    ComplaintPaletteSource(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public List<Hit> find(String term, Viewer viewer, int limit) {
        if (!(viewer instanceof CurrentUser user) || !viewer.may("COMPLAINT.VIEW") || term.isBlank()) {
            return List.of();
        }
        return complaints.page(ComplaintFilter.of(Map.of("q", term)), null, limit, user).items().stream()
                .map(one -> new Hit(
                        "megaphone",
                        one.fields().subject(),
                        one.names().customer().name(),
                        "/complaints/" + one.id()))
                .toList();
    }
}
