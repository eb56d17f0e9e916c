package io.lijevak.platform.web;

import io.lijevak.platform.CommandPaletteSource;
import io.lijevak.platform.CommandPaletteSource.Hit;
import io.lijevak.platform.SearchText;
import io.lijevak.platform.Viewer;
import io.lijevak.platform.Viewers;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds records, actions and pages for the command palette. */
@Controller
class PaletteController {
    private static final int EACH = 5;
    private final List<CommandPaletteSource> sources;
    private final Viewers viewers;

    PaletteController(List<CommandPaletteSource> sources, Viewers viewers) {
        this.sources = sources;
        this.viewers = viewers;
    }

    @GetMapping("/palette")
    String hits(
            @RequestParam(defaultValue = "") String q,
            @ModelAttribute(name = "ui", binding = false) Ui ui,
            Model model) {
        var viewer = viewers.current()
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
        model.addAttribute("records", q.isBlank() ? List.of() : records(q.strip(), viewer));
        model.addAttribute("actions", actions(ui, q));
        model.addAttribute("places", places(ui, q));
        model.addAttribute("term", q.strip());
        return "platform/hits";
    }

    private List<Hit> records(String term, Viewer viewer) {
        return sources.stream()
                .flatMap(source -> source.find(term, viewer, EACH).stream())
                .toList();
    }

    private static List<Hit> actions(Ui ui, String term) {
        return matching(term, ui.actions().stream().map(a -> new Hit(a.icon(), ui.t(a.titleKey()), "", a.href())));
    }

    private static List<Hit> places(Ui ui, String term) {
        return matching(term, ui.navigation().stream().map(n -> new Hit(n.icon(), ui.t(n.titleKey()), "", n.href())));
    }

    private static List<Hit> matching(String term, Stream<Hit> hits) {
        var folded = SearchText.fold(term);
        return hits.filter(hit -> SearchText.fold(hit.title()).contains(folded)).toList();
    }
}
