package io.lijevak.deals.web;

import io.lijevak.deals.BackedMoves;
import io.lijevak.deals.ProcessArrivals;
import io.lijevak.deals.ProcessArrivals.Wanted;
import io.lijevak.deals.ProcessArrivals.Which;
import io.lijevak.deals.ProcessReport;
import io.lijevak.deals.RunReport;
import io.lijevak.platform.Period;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The report of all processes, sales or not. */
@Controller
class ProcessReportController {
    private final ProcessReport report;
    private final ProcessArrivals arrivals;
    private final RunReport runs;
    private final BackedMoves moves;
    private final Today today;

    ProcessReportController(
            ProcessReport report, ProcessArrivals arrivals, RunReport runs, BackedMoves moves, Today today) {
        this.report = report;
        this.arrivals = arrivals;
        this.runs = runs;
        this.moves = moves;
        this.today = today;
    }

    @GetMapping("/processes")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String show(@RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        var period = today.period(parameters);
        model.addAttribute("page", page(period, user));
        model.addAttribute("form", Form.of(Map.of("from", period.from(), "to", period.to())));
        return "deals/processes";
    }

    @GetMapping("/processes/export.{ending:csv|xlsx|pdf}")
    @Allow(resource = Resource.DEAL, action = Action.EXPORT)
    void export(
            @PathVariable String ending,
            @RequestParam Map<String, String> parameters,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            HttpServletResponse response) {
        answer(parameters, ui, user).send(ending, response);
    }

    Export answer(Map<String, String> parameters, Ui ui, CurrentUser user) {
        return new ProcessReportSheet(page(today.period(parameters), user), ui).export();
    }

    private ProcessReportPage page(Period period, CurrentUser user) {
        return new ProcessReportPage(period, report.of(period, user), runs.of(period, user), moves.of(period, user));
    }

    @GetMapping("/processes/arrivals")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String arrivals(
            @RequestParam(defaultValue = "") String process,
            @RequestParam(required = false) @Nullable String node,
            @RequestParam(defaultValue = "") String which,
            @RequestParam Map<String, String> parameters,
            CurrentUser user,
            Model model) {
        var period = today.period(parameters);
        var wanted = new Wanted(process, node, Which.read(which));
        var found = arrivals.page(wanted, period, parameters.get("next"), user);
        model.addAttribute("next", next(parameters, found.next()));
        model.addAttribute("period", period);
        model.addAttribute("wanted", wanted);
        model.addAttribute("arrivals", found.items());
        return "deals/arrivals";
    }

    @GetMapping("/processes/runs")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String runs(
            @RequestParam(defaultValue = "") String process,
            @RequestParam(required = false) @Nullable String result,
            @RequestParam Map<String, String> parameters,
            CurrentUser user,
            Model model) {
        var period = today.period(parameters);
        model.addAttribute("period", period);
        model.addAttribute("result", result == null ? "" : result);
        model.addAttribute("runs", runs.listed(process, result, period, user));
        return "deals/runs";
    }

    /** What the processes that began from {@code from} to {@code to} came to, for programs. */
    @GetMapping("/api/v1/processes/results")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    @ResponseBody
    Slice<RunReport.Result> results(@RequestParam Map<String, String> parameters, CurrentUser user) {
        return new Slice<>(runs.of(today.period(parameters), user), null);
    }

    private static @Nullable String next(Map<String, String> parameters, @Nullable String place) {
        return place == null
                ? null
                : new PageLink("/processes/arrivals", parameters)
                        .with("next", place)
                        .toString();
    }

    /** The same for programs: points reached from {@code from} to {@code to}. */
    @GetMapping("/api/v1/processes")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    @ResponseBody
    Slice<ProcessReport.Point> read(@RequestParam Map<String, String> parameters, CurrentUser user) {
        return new Slice<>(report.of(today.period(parameters), user), null);
    }
}
