package io.lijevak.funnel.web;

import io.lijevak.funnel.ExplainDifference;
import io.lijevak.funnel.FunnelParameters;
import io.lijevak.funnel.ShowFunnel;
import io.lijevak.funnel.ShowHonestFunnel;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that says where the difference in won amount between two funnels comes from. */
@Controller
class FunnelDifferenceController {
    private final ShowFunnel funnels;
    private final ShowHonestFunnel honest;
    private final ExplainDifference differences;
    private final FieldChips chips;
    private final CompanyDay day;

    FunnelDifferenceController(
            ShowFunnel funnels,
            ShowHonestFunnel honest,
            ExplainDifference differences,
            FieldChips chips,
            CompanyDay day) {
        this.chips = chips;
        this.funnels = funnels;
        this.honest = honest;
        this.differences = differences;
        this.day = day;
    }

    @GetMapping("/funnel/difference")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String show(
            @RequestParam Map<String, String> parameters, @ModelAttribute("ui") Ui ui, CurrentUser user, Model model) {
        var shown = waterfall(parameters, ui, user);
        if (shown.isEmpty()) {
            return "redirect:/funnel";
        }
        model.addAttribute("page", shown.get().page());
        model.addAttribute("story", shown.get().story());
        model.addAttribute("waterfall", shown.get());
        return "funnel/difference";
    }

    @GetMapping("/funnel/difference/export.{ending:csv|xlsx|pdf}")
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
        return waterfall(parameters, ui, user).map(shown -> {
            var link = shown.page().link();
            var own = chips.of(RecordKind.DEAL, shown.page().query().filter().where(), link, user)
                    .telling(sound(parameters, user).problems());
            return shown.export(
                    new FunnelControls(ui, funnels.references(), own, FunnelAddress.form(link), user, day.today()));
        });
    }

    /** The question without the conditions that cannot be used any more. */
    private FieldChips.Read sound(Map<String, String> parameters, CurrentUser user) {
        return chips.of(RecordKind.DEAL, Where.of(parameters), new PageLink("/funnel/difference", parameters), user);
    }

    private Optional<Waterfall> waterfall(Map<String, String> parameters, Ui ui, CurrentUser user) {
        var asked = new HashMap<>(sound(parameters, user).link().parameters());
        asked.putIfAbsent("view", "closed");
        var query = FunnelParameters.read(asked, funnels.references(), day.today());
        return differences.of(query, parameters, day.today(), user).map(found -> {
            var both = found.of();
            var state = new LinkedHashMap<>(FunnelParameters.of(both.now().query()));
            state.putAll(new TreeMap<>(both.with().parameters()));
            var link = new PageLink("/funnel", state);
            var page = new FunnelPage(ui, both.now(), honest.of(both.now(), user), both, link, 0);
            return new Waterfall(found, page, new CompareStory(page, funnels.references()));
        });
    }
}
