package io.lijevak.deals.web;

import io.lijevak.deals.ChangeDeal;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverview;
import io.lijevak.deals.DealOverviews;
import io.lijevak.deals.StoredTerms;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StaleVersion;
import io.lijevak.platform.web.Form;
import io.lijevak.properties.PropertyForms;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The properties of a deal as a card of its page, each edited in its place. */
@Controller
@RequestMapping("/deals/{id}/properties")
class DealPropertyController {
    private final DealOverviews deals;
    private final StoredTerms stored;
    private final ChangeDeal change;
    private final DealInputs inputs;

    DealPropertyController(DealOverviews deals, StoredTerms stored, ChangeDeal change, DealInputs inputs) {
        this.deals = deals;
        this.stored = stored;
        this.change = change;
        this.inputs = inputs;
    }

    @GetMapping
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String card(@PathVariable DealId id, CurrentUser user, Model model) {
        var deal = deals.require(id, user);
        model.addAttribute("deal", deal);
        model.addAttribute("lines", inputs.lines(id, user));
        model.addAttribute("editable", user.can(Resource.DEAL, Action.EDIT, deal.responsibleId()));
        return "deals/properties";
    }

    @GetMapping("/{key}")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String edit(@PathVariable DealId id, @PathVariable String key, CurrentUser user, Model model) {
        var deal = deals.require(id, user);
        user.require(Resource.DEAL, Action.EDIT, deal.responsibleId());
        var values = new LinkedHashMap<String, @Nullable Object>(PropertyForms.values(inputs.values(id)));
        values.put("version", deal.version());
        return page(model, deal, key, Form.of(values), user);
    }

    @PostMapping("/{key}")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String update(
            @PathVariable DealId id,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> input,
            CurrentUser user,
            Model model,
            HttpServletResponse response) {
        var form = Form.of(input);
        var deal = deals.require(id, user);
        try {
            var terms = stored.of(id).orElseThrow();
            var version = form.value("version").matches("\\d{1,9}") ? Integer.parseInt(form.value("version")) : 0;
            change.to(terms.with(PropertyForms.over(terms.values(), form)), id, version, user);
            return "redirect:/deals/" + id + "/properties";
        } catch (InvalidInput e) {
            response.setStatus(422);
            return page(model, deal, key, form.with(e.problems()), user);
        } catch (StaleVersion e) {
            response.setStatus(409);
            return conflict(model, deal, key, form, user);
        }
    }

    private String conflict(Model model, DealOverview deal, String key, Form typed, CurrentUser user) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        typed.names().forEach(name -> values.put(name, typed.values(name)));
        values.put("version", deal.version());
        List<FieldProblem> theirs = inputs.differing(deal.id(), typed, user).stream()
                .map(line -> new FieldProblem(line.field(), "properties.problem.conflict", line.text()))
                .toList();
        return page(model, deal, key, Form.of(values).with(theirs), user);
    }

    private String page(Model model, DealOverview deal, String key, Form form, CurrentUser user) {
        model.addAttribute("deal", deal);
        model.addAttribute("key", key);
        model.addAttribute("input", inputs.one(deal.id(), key, user));
        model.addAttribute("form", form);
        return "deals/property";
    }
}
