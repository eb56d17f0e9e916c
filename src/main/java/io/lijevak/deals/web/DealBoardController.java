package io.lijevak.deals.web;

import io.lijevak.deals.DealBoard;
import io.lijevak.deals.DealFilter;
import io.lijevak.deals.DealList;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypes;
import io.lijevak.process.StageId;
import io.lijevak.process.Step;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The board of a deal type. Its state stands in the address, the number of cards shown in a column included. */
@Controller
class DealBoardController {
    private static final String SHOWN = "shown-";
    private final DealBoard board;
    private final DealTypes types;
    private final FilterReading filters;
    private final DealList list;
    private final Today today;

    DealBoardController(DealBoard board, DealTypes types, FilterReading filters, DealList list, Today today) {
        this.board = board;
        this.types = types;
        this.filters = filters;
        this.list = list;
        this.today = today;
    }

    @GetMapping("/deals/board")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String show(@RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        var refusal = (BoardPage.Refusal) model.getAttribute("refusal");
        model.addAttribute("page", page(parameters, shown(parameters), refusal, user));
        return "deals/board";
    }

    @GetMapping("/deals/board/export.{ending:csv|xlsx|pdf}")
    @Allow(resource = Resource.DEAL, action = Action.EXPORT)
    void export(
            @PathVariable String ending,
            @RequestParam Map<String, String> parameters,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            HttpServletResponse response) {
        filters.require(parameters, user);
        answer(parameters, ui, user).send(ending, response);
    }

    /** With as many cards as a column may show. */
    Export answer(Map<String, String> parameters, Ui ui, CurrentUser user) {
        var all = types.all().stream()
                .flatMap(type -> type.steps().stream())
                .map(Step::stage)
                .distinct()
                .collect(Collectors.toMap(stage -> stage, stage -> DealBoard.MOST_CARDS));
        return new BoardSheet(page(parameters, all, null, user), ui).export();
    }

    private BoardPage page(
            Map<String, String> parameters,
            Map<StageId, Integer> shown,
            BoardPage.@Nullable Refusal refusal,
            CurrentUser user) {
        var at = new PageLink("/deals/board", parameters).without("outcome", "next", "sort", "from", "fields");
        var asked = filters.read(today.kept(at), user);
        var link = asked.link();
        var shelf = types.all().stream().filter(DealType::hasSteps).toList();
        var wanted = link.value("type").isEmpty()
                ? board.typeOf(DealFilter.of(link.parameters()), user)
                        .map(String::valueOf)
                        .orElse("")
                : link.value("type");
        var type = chosen(shelf, wanted);
        var columns = type == null
                ? List.<io.lijevak.deals.BoardColumn>of()
                : board.columns(type, DealFilter.of(link.parameters()), shown, user);
        return new BoardPage(asked, shelf, type, columns, refusal, today.past(link), numbered(asked, user));
    }

    /** Of how many deals the number consists that led here, null when none did. */
    private @Nullable Long numbered(Filters asked, CurrentUser user) {
        var whole = asked.link().without("type");
        return asked.isOfNumber()
                ? list.totals(DealFilter.of(whole.parameters()), user).count()
                : null;
    }

    private static @Nullable DealType chosen(List<DealType> shelf, String id) {
        return shelf.stream()
                .filter(type -> type.id().toString().equals(id))
                .findFirst()
                .or(() -> shelf.stream().filter(DealType::isOffered).findFirst())
                .orElse(shelf.isEmpty() ? null : shelf.getFirst());
    }

    private static Map<StageId, Integer> shown(Map<String, String> parameters) {
        var shown = new HashMap<StageId, Integer>();
        parameters.forEach((name, value) -> {
            if (name.matches(SHOWN + "\\d{1,18}") && value.matches("\\d{1,4}")) {
                shown.put(StageId.valueOf(name.substring(SHOWN.length())), Integer.parseInt(value));
            }
        });
        return shown;
    }
}
