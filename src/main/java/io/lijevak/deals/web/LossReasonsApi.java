package io.lijevak.deals.web;

import io.lijevak.deals.Competitors;
import io.lijevak.deals.LossReasons;
import io.lijevak.platform.Slice;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reasons why deals are lost, and the competitors that win them. */
@RestController
@RequestMapping("/api/v1")
class LossReasonsApi {
    private final LossReasons reasons;
    private final Competitors competitors;

    LossReasonsApi(LossReasons reasons, Competitors competitors) {
        this.reasons = reasons;
        this.competitors = competitors;
    }

    @GetMapping("/loss-reasons")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    Slice<LossReasons.LossReason> reasons() {
        return new Slice<>(reasons.all(), null);
    }

    @GetMapping("/competitors")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    Slice<Competitors.Competitor> competitors() {
        return new Slice<>(competitors.all(), null);
    }
}
