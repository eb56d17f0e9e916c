package io.lijevak.properties.web;

import io.lijevak.properties.RecordKind;
import io.lijevak.properties.References;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Records of a kind that the viewer may see, as the choices of a search-as-you-type field. */
@Controller
class RecordOptionsController {
    private static final int MOST = 20;
    private final References references;

    RecordOptionsController(References references) {
        this.references = references;
    }

    @GetMapping("/records/{kind:customer|contact|deal|product|person}/options")
    @SignedIn
    String options(
            @PathVariable String kind, @RequestParam(defaultValue = "") String q, CurrentUser user, Model model) {
        model.addAttribute("records", references.find(RecordKind.of(kind), q, user, MOST));
        return "properties/options";
    }
}
