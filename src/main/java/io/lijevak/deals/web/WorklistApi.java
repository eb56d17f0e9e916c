package io.lijevak.deals.web;

import io.lijevak.deals.DealFilter;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.deals.HandleRisk;
import io.lijevak.deals.RiskSignal;
import io.lijevak.deals.RiskSignals;
import io.lijevak.deals.Worklist;
import io.lijevak.platform.Slice;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deals at risk for programs: the worklist, the warnings of a deal, acting on them. */
@RestController
@RequestMapping("/api/v1")
class WorklistApi {
    private final Worklist worklist;
    private final RiskSignals signals;
    private final HandleRisk handle;
    private final DealOverviews deals;

    WorklistApi(Worklist worklist, RiskSignals signals, HandleRisk handle, DealOverviews deals) {
        this.worklist = worklist;
        this.signals = signals;
        this.handle = handle;
        this.deals = deals;
    }

    /** Parameters as of the list of deals, and {@code risk} for a kind of warning. */
    @GetMapping("/worklist")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    Slice<Worklist.Endangered> list(
            @RequestParam Map<String, String> parameters,
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(defaultValue = "50") int limit,
            CurrentUser user) {
        DealBodyReading.checkFilters(parameters);
        return worklist.page(DealFilter.of(parameters), next, Math.clamp(limit, 1, 200), user);
    }

    @GetMapping("/deals/{id}/risks")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    Slice<RiskSignal> risks(@PathVariable DealId id, CurrentUser user) {
        deals.require(id, user);
        return new Slice<>(signals.of(id), null);
    }

    @PostMapping("/deals/{id}/risks/handling")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    Slice<RiskSignal> act(@PathVariable DealId id, @RequestBody HandleRisk.Act body, CurrentUser user) {
        handle.of(id, body, user);
        return risks(id, user);
    }
}
