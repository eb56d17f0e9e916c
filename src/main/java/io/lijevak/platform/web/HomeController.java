package io.lijevak.platform.web;

import io.lijevak.platform.StartPage;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The address without a path leads to the viewer's start page, else to the first page of the rail. */
@Controller
class HomeController {
    private final List<StartPage> startPages;

    HomeController(List<StartPage> startPages) {
        this.startPages = startPages;
    }

    @GetMapping("/")
    String home(@ModelAttribute(name = "ui", binding = false) Ui ui) {
        var viewer = ui.viewer();
        if (viewer == null) {
            return "redirect:/sign-in";
        }
        return "redirect:"
                + startPages.stream()
                        .map(port -> port.of(viewer))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseGet(() -> first(ui));
    }

    private static String first(Ui ui) {
        return ui.navigation().isEmpty()
                ? "/profile"
                : ui.navigation().getFirst().href();
    }
}
