package io.lijevak.process.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.TypeRules;
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

/** The rules that deals of a type observe, whatever their stage. */
@Controller
@RequestMapping("/settings/deal-types/{id}/rules")
class TypeRulesController {
    private final TypeRules rules;
    private final DealTypes types;

    TypeRulesController(TypeRules rules, DealTypes types) {
        this.rules = rules;
        this.types = types;
    }

    @GetMapping
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    String show(@PathVariable DealTypeId id, Model model) {
        var stored = rules.of(id);
        model.addAttribute("type", types.require(id));
        model.addAttribute("form", Form.of(Map.of("demand", stored.demand(), "resultFirst", stored.resultFirst())));
        return "process/rules";
    }

    @PostMapping
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String change(
            @PathVariable DealTypeId id,
            @RequestParam(defaultValue = "false") boolean demand,
            @RequestParam(defaultValue = "false") boolean resultFirst,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        rules.change(id, new TypeRules.Rules(demand, resultFirst), user);
        flash.addFlashAttribute("toast", Toast.of(ui.t("process.saved")));
        return "redirect:/settings/deal-types/" + id;
    }
}
