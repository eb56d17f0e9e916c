package io.lijevak.platform.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The address without a path leads to the first page of the rail that the viewer may open. */
@Controller
class HomeController {
    @GetMapping("/")
    String home(@ModelAttribute(name = "ui", binding = false) Ui ui) {
        if (ui.viewer() == null) {
            return "redirect:/sign-in";
        }
        return "redirect:"
                + (ui.navigation().isEmpty()
                        ? "/profile"
                        : ui.navigation().getFirst().href());
    }
}
