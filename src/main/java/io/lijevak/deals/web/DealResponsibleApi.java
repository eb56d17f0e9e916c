package io.lijevak.deals.web;

import io.lijevak.deals.AssignDeal;
import io.lijevak.deals.DealId;
import io.lijevak.deals.Seen;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who answers for a deal. */
@RestController
class DealResponsibleApi {
    private final AssignDeal assign;
    private final DealAnswers answers;

    /**
     * The person, nobody when null; with a version it is refused when the deal has changed since. The plans of the one
     * before go along unless {@code all} is false.
     */
    record Responsible(
            @Nullable Long person,
            @Nullable Integer version,
            @Nullable Boolean all) {}

    DealResponsibleApi(AssignDeal assign, DealAnswers answers) {
        this.assign = assign;
        this.answers = answers;
    }

    @PutMapping("/api/v1/deals/{id}/responsible")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    DealJson.Whole assign(@PathVariable DealId id, @RequestBody Responsible body, CurrentUser user) {
        var seen = body.version() == null ? Seen.ANYTHING : Seen.version(body.version());
        assign.to(body.person(), id, seen, !Boolean.FALSE.equals(body.all()), user);
        return answers.whole(id, user);
    }
}
