package io.lijevak.deals.web;

import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.Texts;
import io.lijevak.process.Input;
import io.lijevak.process.Missing;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is missing at the stage where a deal stands, with the inputs that a move, a win or a completion takes as answers. */
@RestController
class DealDemandsApi {
    private final DealOverviews deals;
    private final DealDemands demands;
    private final Texts texts;

    /** A requirement that is not fulfilled; without inputs it is fulfilled elsewhere. */
    record Demand(String kind, String message, List<Asked> inputs) {}

    /** One input: its name among the answers, its type ({@code text}, {@code date}, {@code tick}, …), its choices. */
    record Asked(String name, String label, String type, List<Input.Choice> choices) {}

    DealDemandsApi(DealOverviews deals, DealDemands demands, Texts texts) {
        this.deals = deals;
        this.demands = demands;
        this.texts = texts;
    }

    @GetMapping("/api/v1/deals/{id}/requirements")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    Slice<Demand> missing(@PathVariable DealId id, CurrentUser user) {
        var gaps = demands.of(deals.require(id, user), user);
        return new Slice<>(
                gaps.missing().stream().map(missing -> demand(missing, user)).toList(), null);
    }

    private Demand demand(Missing missing, CurrentUser user) {
        var message = texts.get(
                user.language(), missing.messageKey(), missing.arguments().toArray());
        var inputs = missing.inputs().stream().map(input -> asked(input, user)).toList();
        return new Demand(missing.requirement().kind(), message, inputs);
    }

    private Asked asked(Input input, CurrentUser user) {
        var label = input.literal() ? input.label() : texts.get(user.language(), input.label());
        return new Asked(input.name(), label, input.type().name().toLowerCase(Locale.ROOT), input.choices());
    }
}
