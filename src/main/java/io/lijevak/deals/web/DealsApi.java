package io.lijevak.deals.web;

import io.lijevak.deals.BeginDeal;
import io.lijevak.deals.ChangeDeal;
import io.lijevak.deals.DealFilter;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealList;
import io.lijevak.deals.FirstStep;
import io.lijevak.deals.NewDeal;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Slice;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.StageId;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deals: list with filters and keyset paging, get, create, change. */
@RestController
@RequestMapping("/api/v1/deals")
class DealsApi {
    private static final int MOST = 200;
    private final DealList list;
    private final BeginDeal begin;
    private final ChangeDeal change;
    private final DealAnswers answers;

    DealsApi(DealList list, BeginDeal begin, ChangeDeal change, DealAnswers answers) {
        this.list = list;
        this.begin = begin;
        this.change = change;
        this.answers = answers;
    }

    @GetMapping
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    Slice<DealJson.Item> list(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "50") int limit,
            CurrentUser user) {
        DealBodyReading.checkFilters(answers.withoutOwnOrder(parameters, user));
        var filter = DealFilter.of(parameters);
        var sort = parameters.getOrDefault("sort", "");
        var page = list.page(filter, sort, parameters.get("next"), Math.clamp(limit, 1, MOST), user);
        return new Slice<>(
                page.items().stream().map(deal -> answers.item(deal, user)).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    DealJson.Whole get(@PathVariable DealId id, CurrentUser user) {
        return answers.whole(id, user);
    }

    @PostMapping
    @Allow(resource = Resource.DEAL, action = Action.CREATE)
    ResponseEntity<DealJson.Whole> create(@RequestBody DealJson.Body body, CurrentUser user) {
        if (body.type() == null) {
            throw InvalidInput.at("type", "deals.error.type.missing");
        }
        var terms = DealBodyReading.terms(body, answers.ownCurrency());
        var stage = body.stage() == null ? null : new StageId(body.stage());
        var responsible = body.responsible() == null ? Long.valueOf(user.id()) : body.responsible();
        var id = begun(new NewDeal(new DealTypeId(body.type()), stage, responsible, terms), body.nextStep(), user);
        return ResponseEntity.created(URI.create("/api/v1/deals/" + id)).body(answers.whole(id, user));
    }

    /** What the form of a new deal asks for is asked of programs too; its fields bear the names of the body here. */
    private DealId begun(NewDeal wanted, DealJson.@Nullable NextStep step, CurrentUser user) {
        var told = step == null ? new FirstStep.Told(null, null) : new FirstStep.Told(step.title(), step.due());
        try {
            return begin.with(wanted, told, user);
        } catch (InvalidInput invalid) {
            throw new InvalidInput(invalid.problems().stream()
                    .map(problem -> new FieldProblem(
                            switch (problem.field()) {
                                case "nextTitle" -> "nextStep.title";
                                case "nextDue" -> "nextStep.due";
                                default -> problem.field();
                            },
                            problem.messageKey(),
                            problem.arguments()))
                    .toList());
        }
    }

    @PutMapping("/{id}")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    DealJson.Whole change(@PathVariable DealId id, @RequestBody DealJson.Body body, CurrentUser user) {
        if (body.version() == null) {
            throw InvalidInput.at("version", "deals.error.version.missing");
        }
        change.to(DealBodyReading.terms(body, answers.ownCurrency()), id, body.version(), user);
        return answers.whole(id, user);
    }
}
