package io.lijevak.interactions.web;

import io.lijevak.interactions.Interaction;
import io.lijevak.interactions.InteractionId;
import io.lijevak.interactions.InteractionState;
import io.lijevak.interactions.InteractionWay;
import io.lijevak.interactions.Interactions;
import io.lijevak.interactions.ReviewInteraction;
import io.lijevak.interactions.SettleInteraction;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Slice;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The way of an interaction: what became of it, another time, its steps so far, having been looked at. */
@RestController
@RequestMapping("/api/v1/interactions/{id}")
class InteractionStateApi {
    private final Interactions interactions;
    private final SettleInteraction settle;
    private final ReviewInteraction review;
    private final InteractionWay way;

    /** {@code held}, {@code failed} or {@code cancelled}; or {@code planned}, then with the new time. */
    record State(
            @Nullable Integer version,
            @Nullable String state,
            @Nullable Instant at,
            @Nullable String result,
            @Nullable Integer minutes) {}

    /** When to look at it again; without a moment it has been looked at. */
    record Review(@Nullable Instant at) {}

    InteractionStateApi(
            Interactions interactions, SettleInteraction settle, ReviewInteraction review, InteractionWay way) {
        this.interactions = interactions;
        this.settle = settle;
        this.review = review;
        this.way = way;
    }

    @GetMapping("/states")
    @Allow(resource = Resource.INTERACTION, action = Action.VIEW)
    Slice<InteractionWay.Step> states(@PathVariable InteractionId id, CurrentUser user) {
        interactions.require(id, user);
        return new Slice<>(way.of(id), null);
    }

    @PostMapping("/states")
    @Allow(resource = Resource.INTERACTION, action = Action.EDIT)
    InteractionJson enter(@PathVariable InteractionId id, @RequestBody State body, CurrentUser user) {
        var version = InvalidInput.required("version", body.version());
        var state = InteractionJson.optional("state", body.state(), InteractionState.values());
        if (state == null) {
            throw InvalidInput.at("state", "platform.problem.required");
        }
        return InteractionJson.of(changed(id, body, version, state, user));
    }

    @PostMapping("/review")
    @Allow(resource = Resource.INTERACTION, action = Action.EDIT)
    InteractionJson review(@PathVariable InteractionId id, @RequestBody Review body, CurrentUser user) {
        if (body.at() == null) {
            review.done(id, user);
        } else {
            review.later(id, body.at(), user);
        }
        return InteractionJson.of(interactions.require(id, user));
    }

    private Interaction changed(InteractionId id, State body, int version, InteractionState state, CurrentUser user) {
        if (state != InteractionState.PLANNED) {
            var settlement = new SettleInteraction.Settlement(state, body.at(), body.result(), body.minutes());
            return settle.as(settlement, id, version, user);
        }
        var at = InvalidInput.required("at", body.at());
        return settle.move(at, id, version, user);
    }
}
