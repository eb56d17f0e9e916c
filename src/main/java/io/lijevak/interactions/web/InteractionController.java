package io.lijevak.interactions.web;

import io.lijevak.interactions.Counterparts;
import io.lijevak.interactions.InteractionId;
import io.lijevak.interactions.InteractionWay;
import io.lijevak.interactions.Interactions;
import io.lijevak.interactions.ReviewAfter;
import io.lijevak.interactions.ReviewInteraction;
import io.lijevak.platform.web.Back;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of an interaction, and its marks of having been looked at. */
@Controller
class InteractionController {
    private final Interactions interactions;
    private final InteractionWay way;
    private final Counterparts counterparts;
    private final ReviewInteraction review;
    private final Clock clock;

    InteractionController(
            Interactions interactions,
            InteractionWay way,
            Counterparts counterparts,
            ReviewInteraction review,
            Clock clock) {
        this.interactions = interactions;
        this.way = way;
        this.counterparts = counterparts;
        this.review = review;
        this.clock = clock;
    }

    @GetMapping("/interactions/{id}")
    @Allow(resource = Resource.INTERACTION, action = Action.VIEW)
    String show(@PathVariable InteractionId id, CurrentUser user, Model model) {
        var one = interactions.require(id, user);
        var counterpart = one.fields().occasion().counterpart();
        model.addAttribute("one", one);
        model.addAttribute("way", way.of(id));
        model.addAttribute("editable", one.isChangedBy(user));
        model.addAttribute(
                "matches",
                one.isUnmatched() && counterpart != null ? counterparts.having(counterpart, user) : List.of());
        return "interactions/interaction";
    }

    @PostMapping("/interactions/{id}/review")
    @Allow(resource = Resource.INTERACTION, action = Action.EDIT)
    String review(
            @PathVariable InteractionId id,
            @RequestParam(required = false) @Nullable ReviewAfter after,
            @RequestParam(defaultValue = "") String back,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        if (after == null) {
            review.done(id, user);
        } else {
            review.later(id, after.from(clock.instant(), user.timeZone()), user);
        }
        flash.addFlashAttribute(
                "toast", Toast.of(ui.t(after == null ? "interactions.reviewed" : "interactions.saved")));
        return "redirect:" + Back.or(back, "/interactions/" + id);
    }
}
