package io.lijevak.complaints.web;

import io.lijevak.complaints.ComplaintHistory;
import io.lijevak.complaints.ComplaintId;
import io.lijevak.complaints.Complaints;
import io.lijevak.process.Arrival;
import io.lijevak.process.Arrivals;
import io.lijevak.process.Subject;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a complaint. */
@Controller
class ComplaintController {
    private final Complaints complaints;
    private final Arrivals arrivals;
    private final ComplaintHistory history;

    ComplaintController(Complaints complaints, Arrivals arrivals, ComplaintHistory history) {
        this.complaints = complaints;
        this.arrivals = arrivals;
        this.history = history;
    }

    @GetMapping("/complaints/{id}")
    @Allow(resource = Resource.COMPLAINT, action = Action.VIEW)
    String show(@PathVariable ComplaintId id, CurrentUser user, Model model) {
        var one = complaints.require(id, user);
        var open = one.isOpen() ? arrivals.open(new Subject("complaint", id.value())) : List.<Arrival>of();
        model.addAttribute(
                "page",
                new ComplaintPage(one, open, history.page(id, user, null), one.isChangedBy(user), one.isEndedBy(user)));
        return "complaints/complaint";
    }

    /** What happened before a moment: a page of its own, and the older part of the history. */
    @GetMapping("/complaints/{id}/timeline")
    @Allow(resource = Resource.COMPLAINT, action = Action.VIEW)
    String timeline(@PathVariable ComplaintId id, @RequestParam Instant before, CurrentUser user, Model model) {
        model.addAttribute("one", complaints.require(id, user));
        model.addAttribute("timeline", history.page(id, user, before));
        return "complaints/timeline";
    }
}
