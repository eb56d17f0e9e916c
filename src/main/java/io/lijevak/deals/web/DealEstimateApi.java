package io.lijevak.deals.web;

import io.lijevak.deals.DealId;
import io.lijevak.deals.EstimateDeal;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The rep's own estimate of a deal. */
@RestController
class DealEstimateApi {
    private final EstimateDeal estimate;
    private final DealAnswers answers;

    /** Percent from 0 to 100; null takes the estimate away. */
    record Estimate(@Nullable Integer percent) {}

    DealEstimateApi(EstimateDeal estimate, DealAnswers answers) {
        this.estimate = estimate;
        this.answers = answers;
    }

    @PutMapping("/api/v1/deals/{id}/estimate")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    DealJson.Whole estimate(@PathVariable DealId id, @RequestBody Estimate body, CurrentUser user) {
        estimate.at(body.percent(), id, user);
        return answers.whole(id, user);
    }
}
