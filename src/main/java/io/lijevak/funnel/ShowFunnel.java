package io.lijevak.funnel;

import io.lijevak.platform.Companies;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.KeptAnswers;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** Answers a question to the funnel with the deals the asking person may see. */
@Component
public class ShowFunnel {
    private final ReadFunnelReferences references;
    private final FunnelEngines engines;
    private final BusiestType busiestType;
    private final KeptAnswers answers;
    private final Moments moments;

    /** The clock, the zone that days are meant in, and the deals that are seen. */
    @Component
    record Moments(Clock clock, Companies companies, SeenDeals seen) {}

    ShowFunnel(
            ReadFunnelReferences references,
            FunnelEngines engines,
            BusiestType busiestType,
            KeptAnswers answers,
            Moments moments) {
        this.references = references;
        this.engines = engines;
        this.busiestType = busiestType;
        this.answers = answers;
        this.moments = moments;
    }

    /** The figures; empty when there is no deal type at all. An unknown deal type is refused at {@code dealType}. */
    public Optional<Funnel> show(FunnelQuery query, CurrentUser user) {
        user.require(Resource.FUNNEL, Action.VIEW);
        var where = query.filter().where();
        var reach = moments.seen().of(where, user);
        return answers.get(SharedQuestion.of(query, where, user), () -> compute(query, reach));
    }

    /** How many percent are read of the past that a question asks for, when that is not done soon; the figures come when all is. */
    public OptionalInt reading(FunnelQuery query, CurrentUser user) {
        user.require(Resource.FUNNEL, Action.VIEW);
        var known = references();
        return known.types().stream()
                .filter(type -> query.dealType() == null || type.id() == query.dealType())
                .findFirst()
                .map(type -> engines.reading(selection(query, type, DealReach.of(user)), known))
                .orElse(OptionalInt.empty());
    }

    /** The deal types and the values of the filters. */
    public FunnelReferences references() {
        return answers.get(FunnelReferences.class, references::read);
    }

    private Optional<Funnel> compute(FunnelQuery query, DealReach reach) {
        var known = references();
        var company = moments.companies().current();
        var asked = query.dealType();
        var type = asked == null
                ? busiestType.of(query, known, reach)
                : Optional.of(known.type(asked)
                        .orElseThrow(() -> InvalidInput.at("dealType", "funnel.error.unknown", asked)));
        return type.map(found -> engines.funnel(selection(query, found, reach), company.currency(), known));
    }

    private Selection selection(FunnelQuery query, FunnelType type, DealReach reach) {
        return Selection.of(
                query,
                type,
                moments.companies().current().timeZone(),
                moments.clock().instant(),
                reach);
    }
}
