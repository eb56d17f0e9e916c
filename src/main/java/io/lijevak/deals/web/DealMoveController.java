package io.lijevak.deals.web;

import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverview;
import io.lijevak.deals.DealOverviews;
import io.lijevak.deals.MoveDeal;
import io.lijevak.deals.Route;
import io.lijevak.deals.Seen;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Back;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.StageId;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Moves of a deal: what a move would write, and the move itself, which returns to the page it was asked on. */
@Controller
class DealMoveController {
    private final MoveDeal move;
    private final DealOverviews deals;
    private final DealTypes types;
    private final DealDemands demands;

    DealMoveController(MoveDeal move, DealOverviews deals, DealTypes types, DealDemands demands) {
        this.move = move;
        this.deals = deals;
        this.types = types;
        this.demands = demands;
    }

    @GetMapping("/deals/{id}/moves/new")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String ask(
            @PathVariable DealId id,
            @RequestParam(required = false) @Nullable StageId stage,
            @RequestParam(defaultValue = "") String back,
            CurrentUser user,
            Model model) {
        var deal = deals.requireOpen(id, user);
        var asked = Form.of(Map.of("back", Back.or(back, "/deals/" + id)));
        var page = stage == null ? null : demands.of(id, stage, asked, user);
        return page == null ? choice(deal, stage, asked.value("back"), model) : demands(page, model);
    }

    private String choice(DealOverview deal, @Nullable StageId stage, String back, Model model) {
        var type = types.require(new DealTypeId(deal.type().id()));
        var from = deal.stage() == null ? null : new StageId(deal.stage().id());
        var then = from == null || type.indexOf(from) >= 0 ? type : types.require(type.id(), deal.stepsVersion());
        model.addAttribute("deal", deal);
        model.addAttribute("choices", choices(type, then, from, stage));
        model.addAttribute("back", back);
        return "deals/move";
    }

    @PostMapping("/deals/{id}/moves")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String create(
            @PathVariable DealId id,
            @RequestParam StageId stage,
            @RequestParam(required = false) @Nullable StageId from,
            @RequestParam MultiValueMap<String, String> input,
            HttpServletRequest request,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var unkept = demands.keepFiles(id, input, request, user);
        var form = Form.of(input);
        var target = Back.or(form.value("back"), "/deals/" + id);
        try {
            if (!unkept.isEmpty()) {
                throw new InvalidInput(unkept);
            }
            var seen = from == null ? Seen.ANYTHING : Seen.at(from);
            var moved = move.to(stage, id, seen, DealDemands.answers(input), user);
            if (moved) {
                flash.addFlashAttribute("toast", moved(id, stage, from, target, ui));
            }
        } catch (Conflict conflict) {
            var reason = ui.t(conflict.messageKey(), conflict.arguments().toArray());
            flash.addFlashAttribute("refusal", new BoardPage.Refusal(id.value(), reason));
        } catch (InvalidInput invalid) {
            var page = demands.of(id, stage, form.with(invalid.problems()), user);
            if (page != null) {
                response.setStatus(422);
                return demands(page, model);
            }
            flash.addFlashAttribute(
                    "refusal",
                    new BoardPage.Refusal(id.value(), ui.t(invalid.problems().getFirst())));
        }
        return "redirect:" + target;
    }

    private static String demands(DealDemands.Page page, Model model) {
        model.addAttribute("page", page);
        return "deals/demands";
    }

    private static List<MoveChoice> choices(
            DealType now, DealType then, @Nullable StageId from, @Nullable StageId only) {
        return now.steps().stream()
                .filter(step ->
                        only == null || now.indexOf(only) < 0 || step.stage().equals(only))
                .map(step -> new MoveChoice(
                        step,
                        from == null || step.stage().equals(from)
                                ? null
                                : Route.between(now, then, from, step.stage())))
                .toList();
    }

    private Toast moved(DealId id, StageId to, @Nullable StageId from, String back, Ui ui) {
        var undo = from == null
                ? null
                : UriComponentsBuilder.fromPath("/deals/{id}/moves")
                        .queryParam("stage", "{stage}")
                        .queryParam("from", "{from}")
                        .queryParam("back", "{back}")
                        .build()
                        .expand(id, from, to, back)
                        .encode()
                        .toUriString();
        return new Toast(ui.t("deals.move.done"), undo);
    }
}
