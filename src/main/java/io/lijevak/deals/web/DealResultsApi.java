package io.lijevak.deals.web;

import io.lijevak.deals.Closings;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.deals.DealResults;
import io.lijevak.deals.RecordResults;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The results of a closed deal for programs. */
@RestController
@RequestMapping("/api/v1/deals/{id}/results")
class DealResultsApi {
    private final RecordResults record;
    private final Closings closings;
    private final DealOverviews deals;

    DealResultsApi(RecordResults record, Closings closings, DealOverviews deals) {
        this.record = record;
        this.closings = closings;
        this.deals = deals;
    }

    @GetMapping
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    DealResults.Closed read(@PathVariable DealId id, CurrentUser user) {
        deals.require(id, user);
        return closings.of(id).orElseThrow(() -> new RecordNotFound("closing of deal", id));
    }

    @PostMapping
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    DealResults.Closed create(@PathVariable DealId id, @RequestBody DealResults body, CurrentUser user) {
        record.of(id, body, user);
        return read(id, user);
    }
}
