package io.lijevak.interactions.web;

import io.lijevak.interactions.ChangeInteraction;
import io.lijevak.interactions.Importance;
import io.lijevak.interactions.InteractionFilter;
import io.lijevak.interactions.InteractionId;
import io.lijevak.interactions.InteractionKind;
import io.lijevak.interactions.InteractionState;
import io.lijevak.interactions.Interactions;
import io.lijevak.interactions.Occasion;
import io.lijevak.interactions.RecordInteraction;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.FilterCheck;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Interactions: list with filters and keyset paging, get, create, change. */
@RestController
@RequestMapping("/api/v1/interactions")
class InteractionsApi {
    private static final int MOST = 200;
    private final Interactions interactions;
    private final RecordInteraction record;
    private final ChangeInteraction change;
    private final Clock clock;

    InteractionsApi(Interactions interactions, RecordInteraction record, ChangeInteraction change, Clock clock) {
        this.interactions = interactions;
        this.record = record;
        this.change = change;
        this.clock = clock;
    }

    @GetMapping
    @Allow(resource = Resource.INTERACTION, action = Action.VIEW)
    Slice<InteractionJson> list(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "50") int limit,
            CurrentUser user) {
        checkFilters(parameters);
        var page = interactions.page(
                InteractionFilter.of(parameters), parameters.get("next"), Math.clamp(limit, 1, MOST), user);
        return new Slice<>(page.items().stream().map(InteractionJson::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Allow(resource = Resource.INTERACTION, action = Action.VIEW)
    InteractionJson get(@PathVariable InteractionId id, CurrentUser user) {
        return InteractionJson.of(interactions.require(id, user));
    }

    /** Records one, or plans it when {@code state} is {@code planned}. */
    @PostMapping
    @Allow(resource = Resource.INTERACTION, action = Action.CREATE)
    ResponseEntity<InteractionJson> create(@RequestBody InteractionJson.Body body, CurrentUser user) {
        var state = Optional.ofNullable(InteractionJson.optional("state", body.state(), InteractionState.values()))
                .orElse(InteractionState.HELD);
        if (state == InteractionState.PLANNED && body.at() == null) {
            throw InvalidInput.at("at", "platform.problem.required");
        }
        var id = record.with(body.fields(clock.instant(), user.id()), state, body.reviewAt(), user);
        return ResponseEntity.created(URI.create("/api/v1/interactions/" + id)).body(get(id, user));
    }

    /** Replaces what is written down; its state changes elsewhere. */
    @PutMapping("/{id}")
    @Allow(resource = Resource.INTERACTION, action = Action.EDIT)
    InteractionJson change(@PathVariable InteractionId id, @RequestBody InteractionJson.Body body, CurrentUser user) {
        var stored = interactions.require(id, user);
        var version = InvalidInput.required("version", body.version());
        return InteractionJson.of(change.to(id, version, body.fields(stored.at(), user.id()), user));
    }

    /** Refuses filters that cannot be read, instead of listing everything. */
    private static void checkFilters(Map<String, String> parameters) {
        FilterCheck.of(parameters)
                .choice("kind", InteractionKind.values())
                .choice("state", InteractionState.values())
                .choice("direction", Occasion.Direction.values())
                .choice("importance", Importance.values())
                .word("review", "due")
                .word("sort", "soonest")
                .id("person")
                .id("customer", "none")
                .id("deal", "none")
                .day("since")
                .day("until")
                .check();
    }
}
