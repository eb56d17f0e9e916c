package io.lijevak.funnel.web;

import io.lijevak.funnel.EventMeasure;
import io.lijevak.funnel.MatrixParameters;
import io.lijevak.funnel.ShowMatrix;
import io.lijevak.platform.web.NumberPassport;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The part of the funnel's page that tells how many calls, meetings, e-mails and documents the deals of each stage have. */
@Controller
class StageEventsController {
    private final ShowMatrix matrices;
    private final MatrixController.Questions questions;

    StageEventsController(ShowMatrix matrices, MatrixController.Questions questions) {
        this.matrices = matrices;
        this.questions = questions;
    }

    @GetMapping("/funnel/events")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String show(
            @RequestParam Map<String, String> parameters, @ModelAttribute("ui") Ui ui, CurrentUser user, Model model) {
        var asked = new HashMap<>(FunnelAddress.parameters(parameters));
        asked.put(MatrixParameters.ROWS, "stage");
        asked.put(MatrixParameters.COLUMNS, MatrixParameters.NOTHING);
        asked.put(
                MatrixParameters.MEASURES,
                questions.indicators().events(user).stream()
                        .map(EventMeasure::key)
                        .collect(Collectors.joining(",")));
        var query = questions.read(asked, user);
        model.addAttribute(
                "page",
                matrices.show(query, user)
                        .filter(matrix -> query.measures().getFirst() instanceof EventMeasure)
                        .map(matrix -> MatrixPage.of(
                                ui,
                                matrix,
                                new PageLink("/funnel/matrix", MatrixParameters.of(matrix.query()))
                                        .with(NumberPassport.NUMBERS, parameters.get(NumberPassport.NUMBERS)),
                                0))
                        .map(StageEvents::of)
                        .orElse(null));
        return "funnel/events";
    }
}
