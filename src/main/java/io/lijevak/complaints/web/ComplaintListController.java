package io.lijevak.complaints.web;

import io.lijevak.complaints.Complaint;
import io.lijevak.complaints.ComplaintChoices;
import io.lijevak.complaints.ComplaintFilter;
import io.lijevak.complaints.Complaints;
import io.lijevak.complaints.ExportComplaints;
import io.lijevak.deals.CircleChoices;
import io.lijevak.platform.Named;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.TableDownload.Column;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of complaints; its whole state stands in the address. */
@Controller
class ComplaintListController {
    private static final int PAGE = 50;
    private final Complaints complaints;
    private final ComplaintChoices choices;
    private final CircleChoices circles;
    private final ExportComplaints export;

    ComplaintListController(
            Complaints complaints, ComplaintChoices choices, CircleChoices circles, ExportComplaints export) {
        this.complaints = complaints;
        this.choices = choices;
        this.circles = circles;
        this.export = export;
    }

    @GetMapping("/complaints")
    @Allow(resource = Resource.COMPLAINT, action = Action.VIEW)
    String show(@RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        var link = new PageLink("/complaints", parameters);
        var filter = ComplaintFilter.of(link.parameters());
        model.addAttribute("page", page(link, filter, complaints.page(filter, link.value("next"), PAGE, user), user));
        return "complaints/list";
    }

    private ListPage page(PageLink link, ComplaintFilter filter, Slice<Complaint> slice, CurrentUser user) {
        var processes = choices.processes();
        return new ListPage(
                link,
                slice,
                complaints.count(filter, user),
                circles.people(user, words(filter.responsible())),
                processes.stream()
                        .map(process -> new Option(process.key(), process.name()))
                        .toList(),
                choices.points(processes, filter.process()),
                circles.names(filter.customer(), filter.deal(), user));
    }

    @GetMapping("/complaints/export.{ending:csv|xlsx|pdf}")
    @Allow(resource = Resource.COMPLAINT, action = Action.EXPORT)
    void export(
            @PathVariable String ending,
            @RequestParam Map<String, String> parameters,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            HttpServletResponse response) {
        answer(parameters, ui, user).send(ending, response);
    }

    Export answer(Map<String, String> parameters, Ui ui, CurrentUser user) {
        var filter = ComplaintFilter.of(parameters);
        var page = page(new PageLink("/complaints", parameters), filter, new Slice<>(List.of(), null), user);
        var facts = page.chips(ui).stream().map(chip -> new Export.Fact(chip.label(), chip.value()));
        return Export.ofList(
                ui, ui.t("complaints.title"), facts.toList(), columns(ui), rows -> export.to(rows, filter, user));
    }

    private static List<Column<Complaint>> columns(Ui ui) {
        return List.of(
                column(ui, "subject", one -> one.fields().subject()),
                column(ui, "customer", one -> one.names().customer().name()),
                column(ui, "contact", one -> name(one.names().contact())),
                column(ui, "deal", one -> name(one.names().deal())),
                column(ui, "receivedAt", one -> one.fields().receivedAt()),
                column(
                        ui,
                        "channel",
                        one -> ui.t(
                                "complaints.channel." + one.fields().channel().word())),
                column(
                        ui,
                        "urgency",
                        one -> ui.t(
                                "complaints.urgency." + one.fields().urgency().word())),
                column(ui, "responsible", one -> one.names().responsible()),
                column(ui, "process", one -> one.names().processName()),
                column(
                        ui,
                        "point",
                        one -> one.waiting() == null ? null : one.waiting().points()),
                column(
                        ui,
                        "due",
                        one -> one.waiting() == null ? null : one.waiting().due()),
                column(ui, "finding", one -> {
                    var finding = one.course().finding();
                    return finding == null ? null : ui.t("complaints.finding." + finding.word());
                }),
                column(ui, "reasons", one -> one.course().reasons()),
                column(ui, "compensation", one -> one.course().compensation()),
                column(ui, "closed", one -> one.course().closed()),
                column(ui, "end", one -> one.course().endedAs()),
                column(ui, "description", one -> one.fields().description()));
    }

    private static Column<Complaint> column(Ui ui, String field, Function<Complaint, @Nullable Object> value) {
        return new Column<>(ui.t("complaints.field." + field), value);
    }

    private static List<String> words(@Nullable Long id) {
        return id == null ? List.of() : List.of(id.toString());
    }

    private static @Nullable String name(@Nullable Named named) {
        return named == null ? null : named.name();
    }
}
