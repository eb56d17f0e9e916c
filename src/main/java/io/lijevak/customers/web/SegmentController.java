package io.lijevak.customers.web;

import io.lijevak.customers.CustomerId;
import io.lijevak.customers.KeepSegments;
import io.lijevak.customers.Segment;
import io.lijevak.customers.SegmentSources;
import io.lijevak.customers.Segments;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The segments of customers: all of them, and each with its customers and the lists it was filled from. */
@Controller
@RequestMapping("/segments")
class SegmentController {
    static final int PAGE = 50;
    private final Segments segments;
    private final KeepSegments keep;
    private final SegmentSources sources;

    SegmentController(Segments segments, KeepSegments keep, SegmentSources sources) {
        this.segments = segments;
        this.keep = keep;
        this.sources = sources;
    }

    @GetMapping
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    String all(@RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        var link = new PageLink("/segments", parameters);
        var slice = segments.page(user, link.value("next"), PAGE);
        model.addAttribute("page", new SegmentListPage(link, slice));
        model.addAttribute("sources", sources);
        return "customers/segments";
    }

    @GetMapping("/new")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    String fresh(Model model) {
        return form(null, Form.empty(), model);
    }

    @PostMapping
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    String make(SentForm sent, CurrentUser user, Model model) {
        return sent.save(
                () -> "redirect:/segments/" + keep.make(draft(sent.form()), user),
                refused -> form(null, refused, model));
    }

    @GetMapping("/{id}")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    String show(@PathVariable long id, @RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        var segment = segments.require(id, user);
        var link = new PageLink("/segments/" + id, parameters);
        var members = segments.members(segment, user, link.value("next"), PAGE);
        model.addAttribute(
                "page", new SegmentPage(segment, link, members, segments.fillings(segment), segment.isChangedBy(user)));
        model.addAttribute("sources", sources);
        return "customers/segment";
    }

    @GetMapping("/{id}/edit")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    String edit(@PathVariable long id, CurrentUser user, Model model) {
        return edit(keep.changeable(id, user), model);
    }

    @PostMapping("/{id}")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    String change(@PathVariable long id, SentForm sent, CurrentUser user, Model model) {
        var segment = keep.changeable(id, user);
        return sent.save(
                () -> {
                    keep.change(id, sent.form().version(), draft(sent.form()), user);
                    return "redirect:/segments/" + id;
                },
                refused -> form(segment, refused, model),
                model,
                () -> edit(keep.changeable(id, user), model));
    }

    /** Asks before a segment goes, and names what asks for it. */
    @GetMapping("/{id}/removal")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    String askRemoval(@PathVariable long id, CurrentUser user, Model model) {
        var segment = keep.changeable(id, user);
        model.addAttribute("segment", segment);
        model.addAttribute("dependents", keep.dependents(segment, user));
        return "customers/segmentRemoval";
    }

    @PostMapping("/{id}/removal")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    String remove(@PathVariable long id, CurrentUser user, @ModelAttribute("ui") Ui ui, RedirectAttributes flash) {
        keep.remove(id, user);
        flash.addFlashAttribute("toast", Toast.of(ui.t("customers.segment.removed")));
        return "redirect:/segments";
    }

    @PostMapping("/{id}/members/{customer}/removal")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    String takeOut(
            @PathVariable long id,
            @PathVariable CustomerId customer,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        keep.takeOut(id, customer, user);
        flash.addFlashAttribute("toast", Toast.of(ui.t("customers.segment.takenOut")));
        return "redirect:/segments/" + id;
    }

    static Segment.Draft draft(Form form) {
        return new Segment.Draft(form.value("name"), form.has("shared", "true"));
    }

    private static String edit(Segment segment, Model model) {
        var stored = Map.of(
                "name", segment.name(),
                "shared", Boolean.toString(segment.shared()),
                "version", Integer.toString(segment.version()));
        return form(segment, Form.of(stored), model);
    }

    private static String form(@Nullable Segment segment, Form form, Model model) {
        model.addAttribute("segment", segment);
        model.addAttribute("form", form);
        return "customers/segmentForm";
    }
}
