package io.lijevak.views.web;

import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import io.lijevak.users.SignedIn;
import io.lijevak.views.DefaultViews;
import io.lijevak.views.SavedViews;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Chooses what pages open with, for oneself or for the company. */
@Controller
@RequestMapping("/views/{id}")
class ViewDefaultsController {
    private final SavedViews views;
    private final DefaultViews defaults;

    ViewDefaultsController(SavedViews views, DefaultViews defaults) {
        this.views = views;
        this.defaults = defaults;
    }

    /** Lets the page of the view open with it, or with none. */
    @PostMapping("/opening")
    @SignedIn
    String open(
            @PathVariable long id,
            @RequestParam boolean usual,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        defaults.choose(views.require(id, user).page(), usual ? id : null, user);
        return done(ui, flash);
    }

    /** The same for everybody who chose nothing else. */
    @PostMapping("/opening-for-all")
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    String openForAll(
            @PathVariable long id,
            @RequestParam boolean usual,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        defaults.chooseForAll(views.require(id, user).page(), usual ? id : null, user);
        return done(ui, flash);
    }

    private static String done(Ui ui, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", Toast.of(ui.t("views.changed")));
        return "redirect:/views";
    }
}
