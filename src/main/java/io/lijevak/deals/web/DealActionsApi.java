package io.lijevak.deals.web;

import io.lijevak.deals.ActOnDeals;
import io.lijevak.deals.DealAction;
import io.lijevak.deals.DealAction.Kind;
import io.lijevak.deals.DealAction.What;
import io.lijevak.deals.DealFilter;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.PageLink;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Something done with all deals of a list; its filters are those of {@code GET /api/v1/deals}. */
@RestController
@RequestMapping("/api/v1/deals/actions")
class DealActionsApi {
    private final ActOnDeals act;

    /**
     * What is to be done with which deals.
     *
     * @param note what the task says, due on a day, for the responsible person of each deal
     * @param person who gets the deals; {@code all} = with the tasks and planned contacts about them
     */
    record Body(
            @Nullable Kind kind,
            @Nullable Map<String, String> deals,
            @Nullable String note,
            @Nullable LocalDate due,
            @Nullable Long person,
            @Nullable Boolean all) {}

    DealActionsApi(ActOnDeals act) {
        this.act = act;
    }

    @PostMapping
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    DealAction begin(@RequestBody Body body, CurrentUser user) {
        var kind = InvalidInput.required("kind", body.kind());
        if (body.deals() == null) {
            throw InvalidInput.at("deals", "platform.problem.required");
        }
        if (kind == Kind.TASK) {
            user.require(Resource.TASK, Action.CREATE);
        }
        DealBodyReading.checkFilters(body.deals());
        var what = new What(kind, body.note(), body.due(), body.person(), !Boolean.FALSE.equals(body.all()));
        return act.begin(what, new PageLink("/deals", body.deals()).toString(), DealFilter.of(body.deals()), user);
    }

    @GetMapping("/{id}")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    DealAction get(@PathVariable long id, CurrentUser user) {
        return act.require(id, user);
    }

    @PostMapping("/{id}/undo")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    DealAction undo(@PathVariable long id, CurrentUser user) {
        return act.undo(id, user);
    }
}
