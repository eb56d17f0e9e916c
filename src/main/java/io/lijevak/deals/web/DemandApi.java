package io.lijevak.deals.web;

import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.deals.DemandLine;
import io.lijevak.deals.DemandLines;
import io.lijevak.deals.KeepDemand;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.Slice;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the customer of a deal asked for; while the company does not record it, there is nothing. */
@RestController
@RequestMapping("/api/v1/deals/{id}/demand")
class DemandApi {
    private final DealOverviews deals;
    private final DemandLines lines;
    private final KeepDemand keep;

    /** A line as it is written; a change carries its version. */
    record Body(
            @Nullable Integer version,
            @Nullable String wish,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable Integer satisfied,
            @Nullable Long reason,
            @Nullable String comment) {
        DemandLine.Fields fields(String ownCurrency) {
            return new DemandLine.Fields(
                    wish == null ? "" : wish,
                    amount,
                    currency == null ? ownCurrency : currency,
                    satisfied,
                    reason,
                    comment);
        }
    }

    DemandApi(DealOverviews deals, DemandLines lines, KeepDemand keep) {
        this.deals = deals;
        this.lines = lines;
        this.keep = keep;
    }

    @GetMapping
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    Slice<DemandLine> list(@PathVariable DealId id, CurrentUser user) {
        deals.require(id, user);
        if (!lines.isRecordedAtAll()) {
            throw new RecordNotFound("demand", id);
        }
        return new Slice<>(lines.of(id), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    DemandLine add(@PathVariable DealId id, @RequestBody Body body, CurrentUser user) {
        var currency = deals.require(id, user).value().currency();
        return lines.require(id, keep.add(id, body.fields(currency), user));
    }

    @PutMapping("/{line}")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    DemandLine change(@PathVariable DealId id, @PathVariable long line, @RequestBody Body body, CurrentUser user) {
        var currency = deals.require(id, user).value().currency();
        if (body.version() == null) {
            throw InvalidInput.at("version", "deals.error.version.missing");
        }
        keep.change(id, line, body.version(), body.fields(currency), user);
        return lines.require(id, line);
    }

    @DeleteMapping("/{line}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    void remove(@PathVariable DealId id, @PathVariable long line, CurrentUser user) {
        deals.require(id, user);
        keep.remove(id, line, user);
    }
}
