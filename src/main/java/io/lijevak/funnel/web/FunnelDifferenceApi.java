package io.lijevak.funnel.web;

import io.lijevak.funnel.Decomposition.Part;
import io.lijevak.funnel.Difference;
import io.lijevak.funnel.ExplainDifference;
import io.lijevak.funnel.FunnelParameters;
import io.lijevak.funnel.Outcomes;
import io.lijevak.funnel.ShowFunnel;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the difference in won amount comes from, as JSON. */
@RestController
@RequestMapping("/api/v1")
class FunnelDifferenceApi {
    private final ShowFunnel funnels;
    private final ExplainDifference differences;
    private final CompanyDay day;

    FunnelDifferenceApi(ShowFunnel funnels, ExplainDifference differences, CompanyDay day) {
        this.funnels = funnels;
        this.differences = differences;
        this.day = day;
    }

    /** Amounts are decimal strings; the effects of the parts sum to the difference. */
    record Answer(
            String currency,
            String other,
            String own,
            String difference,
            List<Effect> parts,
            Deals otherDeals,
            Deals ownDeals) {}

    /** A part: number, mix, speed, stage (with its name, none for stages that are no steps any more), amount. */
    record Effect(String part, @Nullable String stage, String effect) {}

    record Deals(long onHand, long decided, long won) {
        static Deals of(Outcomes all) {
            return new Deals(all.deals(), all.decided(), all.won());
        }
    }

    /** The parameters are those of the funnel, closed unless it is given; compare is the previous period unless it is given. */
    @GetMapping("/funnel/difference")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    Answer difference(@RequestParam Map<String, String> parameters, CurrentUser user) {
        var asked = new HashMap<>(parameters);
        asked.putIfAbsent("view", "closed");
        var query = FunnelParameters.read(asked, funnels.references(), day.today());
        return differences
                .of(query, parameters, day.today(), user)
                .map(FunnelDifferenceApi::answer)
                .orElseThrow(() -> new RecordNotFound("deal type", "of any kind"));
    }

    private static Answer answer(Difference difference) {
        var parts = difference.decomposition();
        return new Answer(
                difference.of().now().currency(),
                parts.from().toPlainString(),
                parts.to().toPlainString(),
                parts.to().subtract(parts.from()).toPlainString(),
                parts.parts().stream().map(part -> effect(part, difference)).toList(),
                Deals.of(difference.all(false)),
                Deals.of(difference.all(true)));
    }

    private static Effect effect(Part part, Difference difference) {
        var steps = difference.of().now().type().steps();
        var stage = part.place() < 0 || part.place() >= steps.size()
                ? null
                : steps.get(part.place()).name();
        return new Effect(FunnelPage.word(part.kind()), stage, part.effect().toPlainString());
    }
}
