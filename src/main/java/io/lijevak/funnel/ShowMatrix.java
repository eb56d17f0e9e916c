package io.lijevak.funnel;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.KeptAnswers;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Groups the deals that the asking person may see in rows and columns. */
@Component
public class ShowMatrix {
    private final ShowFunnel funnels;
    private final FunnelEngines engines;
    private final BusiestType busiestType;
    private final KeptAnswers answers;
    private final ShowFunnel.Moments moments;

    ShowMatrix(
            ShowFunnel funnels,
            FunnelEngines engines,
            BusiestType busiestType,
            KeptAnswers answers,
            ShowFunnel.Moments moments) {
        this.funnels = funnels;
        this.engines = engines;
        this.busiestType = busiestType;
        this.answers = answers;
        this.moments = moments;
    }

    /** The matrix; empty when there is no deal type at all. An unknown deal type is refused at {@code dealType}. */
    public Optional<Matrix> show(MatrixQuery query, CurrentUser user) {
        user.require(Resource.FUNNEL, Action.VIEW);
        var where = query.funnel().filter().where();
        var reach = moments.seen().of(where, user);
        return answers.get(SharedQuestion.of(query, where, user), () -> compute(query, reach, null));
    }

    /**
     * The matrix counted anew by one engine alone, for comparing them.
     *
     * @throws io.lijevak.platform.Conflict when the engine cannot answer the question now
     */
    public Optional<Matrix> show(MatrixQuery query, CurrentUser user, Engine engine) {
        user.require(Resource.FUNNEL, Action.VIEW);
        return compute(query, moments.seen().of(query.funnel().filter().where(), user), engine);
    }

    private Optional<Matrix> compute(MatrixQuery query, DealReach reach, @Nullable Engine engine) {
        var known = funnels.references();
        var company = moments.companies().current();
        var asked = query.funnel().dealType();
        var type = asked == null
                ? busiestType.of(query.funnel(), known, reach)
                : Optional.of(known.type(asked)
                        .orElseThrow(() -> InvalidInput.at("dealType", "funnel.error.unknown", asked)));
        return type.map(found -> {
            var now = moments.clock().instant();
            var selection = Selection.of(query.funnel(), found, company.timeZone(), now, reach);
            var pivot = new Pivot(selection, query.rows(), query.columns(), known, query.timed());
            var start = System.nanoTime();
            var counts = engines.count(pivot, query.measures(), engine);
            return Matrix.of(query, pivot, company.currency(), counts, Duration.ofNanos(System.nanoTime() - start));
        });
    }
}
