package io.lijevak.visits.web;

import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Open;
import io.lijevak.users.Resource;
import io.lijevak.visits.Site;
import io.lijevak.visits.Visits;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Visits of the company's site, the line of script that counts them, and the script itself. */
@Controller
class VisitsController {
    private static final String SCRIPT = "/visits.js";
    private final Visits visits;
    private final Site site;
    private final AskedPeriod periods;

    VisitsController(Visits visits, Site site, AskedPeriod periods) {
        this.visits = visits;
        this.site = site;
        this.periods = periods;
    }

    @GetMapping("/visits")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String show(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @ModelAttribute("ui") Ui ui,
            CurrentUser user,
            Model model) {
        var period = periods.of(from, to);
        var address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(SCRIPT)
                .toUriString();
        var line = site.key()
                .map(key -> "<script async src=\"" + address + "\" data-site=\"" + key + "\"></script>")
                .orElse(null);
        model.addAttribute("page", new VisitsPage(ui, period, visits.summary(period, user), line));
        return "visits/page";
    }

    @PostMapping("/visits/counting")
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    String count(CurrentUser user, @ModelAttribute("ui") Ui ui, RedirectAttributes flash) {
        site.count(user);
        flash.addFlashAttribute("toast", Toast.of(ui.t("visits.site.counting")));
        return "redirect:/visits";
    }

    @PostMapping("/visits/counting/end")
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    String stop(CurrentUser user, @ModelAttribute("ui") Ui ui, RedirectAttributes flash) {
        site.stop(user);
        flash.addFlashAttribute("toast", Toast.of(ui.t("visits.site.stopped")));
        return "redirect:/visits";
    }

    /** For the pages of another site, so it may be loaded by them and kept for an hour. */
    @GetMapping(SCRIPT)
    @Open
    ResponseEntity<ClassPathResource> script() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/javascript;charset=UTF-8"))
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(new ClassPathResource("static/js/visits.js"));
    }
}
