package io.lijevak.funnel.web;

import io.lijevak.funnel.CompareFunnels;
import io.lijevak.funnel.ComparedFunnels;
import io.lijevak.funnel.Funnel;
import io.lijevak.funnel.FunnelPanel;
import io.lijevak.funnel.FunnelParameters;
import io.lijevak.funnel.FunnelQuery;
import io.lijevak.funnel.ShowFunnel;
import io.lijevak.funnel.ShowHonestFunnel;
import io.lijevak.platform.Changes;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.properties.FieldChips;
import io.lijevak.properties.RecordKind;
import io.lijevak.properties.Where;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the funnel; its whole state stands in the address. */
@Controller
class FunnelController {
    static final String LIVE_PART = "funnel-figures";
    private static final String READING_PART = "funnel-reading";
    private final Shown shown;
    private final Changes changes;
    private final FieldChips chips;
    private final CompanyDay day;

    /** What the page shows of a question: the figures, how far they can be trusted, and others beside them. */
    @Component
    record Shown(ShowFunnel funnels, ShowHonestFunnel honest, CompareFunnels comparisons, List<FunnelPanel> panels) {}

    FunnelController(Shown shown, Changes changes, FieldChips chips, CompanyDay day) {
        this.shown = shown;
        this.changes = changes;
        this.chips = chips;
        this.day = day;
    }

    @GetMapping("/funnel")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String show(
            @RequestParam Map<String, String> parameters,
            @RequestHeader HttpHeaders headers,
            @ModelAttribute("ui") Ui ui,
            CurrentUser user,
            Model model,
            HttpServletResponse response) {
        var revision = changes.revision();
        var trigger = headers.getFirst("HX-Trigger");
        var asked = asked(parameters, user);
        var query = query(asked.link().parameters());
        var reading = showsReading(headers) ? shown.funnels().reading(query, user) : OptionalInt.empty();
        var funnel =
                reading.isPresent() ? Optional.<Funnel>empty() : shown.funnels().show(query, user);
        var compared = funnel.flatMap(found -> shown.comparisons().of(found, parameters, today(), user));
        var link = link(funnel.map(Funnel::query).orElse(query), compared, parameters);
        var own = chips.of(RecordKind.DEAL, asked.where(), link, user).telling(asked.problems());
        if (!LIVE_PART.equals(trigger) && !READING_PART.equals(trigger)) {
            response.setHeader("HX-Push-Url", link.toString());
        }
        model.addAttribute(
                "page",
                funnel.map(found -> new FunnelPage(
                                ui, found, shown.honest().of(found, user), compared.orElse(null), link, revision))
                        .orElse(null));
        reading.ifPresent(percent -> model.addAttribute("reading", percent));
        model.addAttribute(
                "controls",
                new FunnelControls(ui, shown.funnels().references(), own, FunnelAddress.form(link), user, today()));
        model.addAttribute(
                "panels",
                shown.panels().stream()
                        .sorted(Comparator.comparingInt(FunnelPanel::order))
                        .toList());
        return "funnel/page";
    }

    /** Whether the page or its view is asked for: who takes a part of it, such as a tile, waits for the figures. */
    private static boolean showsReading(HttpHeaders headers) {
        return !headers.containsHeader("HX-Request") || "funnel".equals(headers.getFirst("HX-Target"));
    }

    @GetMapping("/funnel/export.{ending:csv|xlsx|pdf}")
    @Allow(resource = Resource.FUNNEL, action = Action.EXPORT)
    void export(
            @RequestParam Map<String, String> parameters,
            @PathVariable String ending,
            @ModelAttribute("ui") Ui ui,
            CurrentUser user,
            HttpServletResponse response) {
        chips.require(RecordKind.DEAL, parameters, user);
        answer(parameters, ui, user).ifPresent(answer -> answer.send(ending, response));
    }

    Optional<Export> answer(Map<String, String> parameters, Ui ui, CurrentUser user) {
        var asked = asked(parameters, user);
        return shown.funnels().show(query(asked.link().parameters()), user).map(funnel -> {
            var compared = shown.comparisons().of(funnel, parameters, today(), user);
            var link = link(funnel.query(), compared, parameters);
            var page = new FunnelPage(
                    ui, funnel, shown.honest().of(funnel, user), compared.orElse(null), link, changes.revision());
            var controls = new FunnelControls(
                    ui,
                    shown.funnels().references(),
                    chips.of(RecordKind.DEAL, funnel.query().filter().where(), link, user)
                            .telling(asked.problems()),
                    FunnelAddress.form(link),
                    user,
                    today());
            return new FunnelSheet(page, controls).export();
        });
    }

    private FieldChips.Read asked(Map<String, String> parameters, CurrentUser user) {
        return chips.of(RecordKind.DEAL, Where.of(parameters), new PageLink("/funnel", parameters), user);
    }

    private FunnelQuery query(Map<String, String> parameters) {
        return FunnelParameters.read(
                FunnelAddress.parameters(parameters), shown.funnels().references(), today());
    }

    private static PageLink link(
            FunnelQuery query, Optional<ComparedFunnels> compared, Map<String, String> parameters) {
        var state = new LinkedHashMap<>(FunnelParameters.of(query));
        compared.ifPresent(found -> state.putAll(new TreeMap<>(found.with().parameters())));
        return new PageLink("/funnel", state)
                .with("palette", "seed".equals(parameters.get("palette")) ? "seed" : null)
                .with("numbers", "passport".equals(parameters.get("numbers")) ? "passport" : null)
                .with("probability", probability(parameters.get("probability")));
    }

    private static @Nullable String probability(@Nullable String asked) {
        return "own".equals(asked) || "estimate".equals(asked) ? asked : null;
    }

    private LocalDate today() {
        return day.today();
    }
}
