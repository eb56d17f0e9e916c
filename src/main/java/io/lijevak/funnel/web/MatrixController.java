package io.lijevak.funnel.web;

import io.lijevak.funnel.Dimensions;
import io.lijevak.funnel.FunnelWords;
import io.lijevak.funnel.Indicators;
import io.lijevak.funnel.Matrix;
import io.lijevak.funnel.MatrixParameters;
import io.lijevak.funnel.MatrixQuery;
import io.lijevak.funnel.ShowFunnel;
import io.lijevak.funnel.ShowMatrix;
import io.lijevak.platform.Changes;
import io.lijevak.platform.Companies;
import io.lijevak.platform.FieldProblem;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the matrix: stages by sellers, or whatever else deals are grouped by; its whole state stands in the address. */
@Controller
class MatrixController {
    private final ShowMatrix matrices;
    private final Questions questions;
    private final Changes changes;

    MatrixController(ShowMatrix matrices, Questions questions, Changes changes) {
        this.matrices = matrices;
        this.questions = questions;
        this.changes = changes;
    }

    /** Reads questions, and says what may be asked. */
    @Component
    record Questions(
            ShowFunnel funnels,
            Dimensions dimensions,
            Indicators indicators,
            FunnelWords words,
            FieldChips chips,
            Companies companies,
            Clock clock) {
        MatrixQuery read(Map<String, String> parameters, CurrentUser user) {
            return MatrixParameters.read(
                    parameters,
                    key -> dimensions.find(key, user),
                    key -> indicators.find(key, user),
                    funnels.references(),
                    today());
        }

        FunnelControls controls(Ui ui, PageLink link, List<FieldProblem> leftOut, CurrentUser user) {
            var own = own(link, user).telling(leftOut);
            return new FunnelControls(ui, funnels.references(), own, FunnelAddress.form(link), user, today());
        }

        /** The conditions of an address on fields. */
        FieldChips.Read own(PageLink address, CurrentUser user) {
            return chips.of(RecordKind.DEAL, Where.of(address.parameters()), address, user);
        }

        LocalDate today() {
            return companies.current().today(clock);
        }
    }

    @GetMapping("/funnel/matrix")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String show(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = "HX-Trigger", required = false) @Nullable String trigger,
            @ModelAttribute("ui") Ui ui,
            CurrentUser user,
            Model model,
            HttpServletResponse response) {
        var revision = changes.revision();
        var asked = questions.own(new PageLink("/funnel/matrix", parameters(parameters)), user);
        var query = questions.read(asked.link().parameters(), user);
        var matrix = matrices.show(query, user);
        var link = new PageLink(
                        "/funnel/matrix",
                        MatrixParameters.of(matrix.map(Matrix::query).orElse(query)))
                .with("numbers", "passport".equals(parameters.getFirst("numbers")) ? "passport" : null);
        if (!FunnelController.LIVE_PART.equals(trigger)) {
            response.setHeader("HX-Push-Url", link.toString());
        }
        model.addAttribute(
                "page",
                matrix.map(found -> MatrixPage.of(ui, found, link, revision)).orElse(null));
        model.addAttribute("controls", questions.controls(ui, link, asked.problems(), user));
        model.addAttribute(
                "choices",
                new MatrixChoices(
                        ui,
                        query,
                        questions.dimensions().all(user),
                        questions.indicators().all(user)));
        return "funnel/matrix";
    }

    @GetMapping("/funnel/matrix/export.{ending:csv|xlsx|pdf}")
    @Allow(resource = Resource.FUNNEL, action = Action.EXPORT)
    void export(
            @RequestParam MultiValueMap<String, String> parameters,
            @PathVariable String ending,
            @ModelAttribute("ui") Ui ui,
            CurrentUser user,
            HttpServletResponse response) {
        questions.chips().require(RecordKind.DEAL, parameters(parameters), user);
        answer(parameters, ui, user).ifPresent(answer -> answer.send(ending, response));
    }

    Optional<Export> answer(MultiValueMap<String, String> parameters, Ui ui, CurrentUser user) {
        var asked = questions.own(new PageLink("/funnel/matrix", parameters(parameters)), user);
        var query = questions.read(asked.link().parameters(), user);
        return matrices.show(query, user).map(matrix -> {
            var link = new PageLink("/funnel/matrix", MatrixParameters.of(matrix.query()));
            var page = MatrixPage.of(ui, matrix, link, changes.revision());
            return new MatrixSheet(page, questions.controls(ui, link, asked.problems(), user)).export();
        });
    }

    /** Single values as they are; groupings chosen one by one, and measures ticked one by one, as one list each. */
    static Map<String, String> parameters(MultiValueMap<String, String> sent) {
        var parameters = new HashMap<>(FunnelAddress.parameters(sent.toSingleValueMap()));
        for (var name : List.of(MatrixParameters.ROWS, MatrixParameters.COLUMNS, MatrixParameters.MEASURES)) {
            var values = sent.getOrDefault(name, List.of()).stream()
                    .filter(Objects::nonNull)
                    .flatMap(value -> Stream.of(value.split(",")))
                    .filter(value -> !value.isBlank())
                    .toList();
            var some = values.stream()
                    .filter(value -> values.size() == 1 || !value.equals(MatrixParameters.NOTHING))
                    .collect(Collectors.joining(","));
            parameters.put(name, some.isEmpty() && !values.isEmpty() ? MatrixParameters.NOTHING : some);
        }
        parameters.computeIfPresent(MatrixParameters.MEASURES, (name, value) -> value.isEmpty() ? null : value);
        return parameters;
    }
}
