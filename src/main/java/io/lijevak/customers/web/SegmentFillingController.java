package io.lijevak.customers.web;

import io.lijevak.customers.FillSegment;
import io.lijevak.customers.SegmentSources;
import io.lijevak.customers.Segments;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts the customers of a list into a segment, and takes them out again; the filter of the list stands in the address. */
@Controller
@RequestMapping("/segments")
class SegmentFillingController {
    private static final String[] OURS = {"segment", "name", "shared", "_csrf", "next", "from", "count", "quick"};
    private final FillSegment fill;
    private final Segments segments;
    private final SegmentSources sources;

    SegmentFillingController(FillSegment fill, Segments segments, SegmentSources sources) {
        this.fill = fill;
        this.segments = segments;
        this.sources = sources;
    }

    @GetMapping("/from/{source}")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    String ask(
            @PathVariable String source, @RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        return form(source, link(source, parameters, user), Form.empty(), user, model);
    }

    @PostMapping("/from/{source}")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    String fill(
            @PathVariable String source,
            SentForm sent,
            @RequestParam Map<String, String> parameters,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model) {
        var link = link(source, parameters, user);
        return sent.save(
                () -> {
                    var reader = sent.form().reader(ui.f().region());
                    var segment = reader.id("segment");
                    reader.check();
                    if (segment == null) {
                        var draft = SegmentController.draft(sent.form());
                        return "redirect:/segments/" + fill.intoNew(draft, source, link.parameters(), user);
                    }
                    fill.into(segment, source, link.parameters(), user);
                    return "redirect:/segments/" + segment;
                },
                refused -> form(source, link, refused, user, model));
    }

    @PostMapping("/{id}/fillings/{filling}/undo")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    String undo(
            @PathVariable long id,
            @PathVariable long filling,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        fill.undo(id, filling, user);
        flash.addFlashAttribute("toast", Toast.of(ui.t("customers.segment.filling.undone")));
        return "redirect:/segments/" + id;
    }

    /** The list; {@code from} is how far it had been read. */
    private PageLink link(String source, Map<String, String> parameters, CurrentUser user) {
        return new PageLink(sources.require(source, user).address(), parameters).without(OURS);
    }

    private String form(String source, PageLink link, Form form, CurrentUser user, Model model) {
        model.addAttribute("source", sources.require(source, user));
        model.addAttribute("link", link);
        model.addAttribute("preview", fill.preview(source, link.parameters(), user));
        model.addAttribute("form", form);
        model.addAttribute(
                "segments",
                segments.fillable(user).stream()
                        .map(segment -> Option.of(segment.id(), segment.name()))
                        .toList());
        return "customers/segmentFilling";
    }
}
