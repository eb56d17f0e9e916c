package io.lijevak.views.web;

import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.SignedIn;
import io.lijevak.views.KeepDashboards;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Orders the views of a dashboard, and takes them or all of it away. */
@Controller
@RequestMapping("/dashboards/{id}")
class DashboardTilesController {
    private final KeepDashboards keep;

    DashboardTilesController(KeepDashboards keep) {
        this.keep = keep;
    }

    /** Moves a tile by so many places, or, dragged, to a place counted from 0. */
    @PostMapping("/tiles/{tile}/place")
    @SignedIn
    String place(
            @PathVariable long id,
            @PathVariable long tile,
            @RequestParam(defaultValue = "0") int by,
            @RequestParam(required = false) @Nullable Integer to,
            CurrentUser user) {
        if (to == null) {
            keep.move(id, tile, by, user);
        } else {
            keep.place(id, tile, to, user);
        }
        return "redirect:/dashboards/" + id;
    }

    @PostMapping("/tiles/{tile}/removal")
    @SignedIn
    String take(@PathVariable long id, @PathVariable long tile, CurrentUser user) {
        keep.take(id, tile, user);
        return "redirect:/dashboards/" + id;
    }

    @PostMapping("/removal")
    @SignedIn
    String remove(@PathVariable long id, CurrentUser user, @ModelAttribute("ui") Ui ui, RedirectAttributes flash) {
        keep.remove(id, user);
        flash.addFlashAttribute("toast", Toast.of(ui.t("views.dashboard.removed")));
        return "redirect:/dashboards";
    }
}
