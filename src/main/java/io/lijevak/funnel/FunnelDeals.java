package io.lijevak.funnel;

import static org.jooq.impl.DSL.val;

import io.lijevak.deals.DealSelection;
import io.lijevak.platform.Companies;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.time.Clock;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The deals behind one number of a funnel: the same relation that counted them. */
@Component
public class FunnelDeals implements DealSelection {
    private final ShowFunnel funnels;
    private final Companies companies;
    private final Clock clock;

    FunnelDeals(ShowFunnel funnels, Companies companies, Clock clock) {
        this.funnels = funnels;
        this.companies = companies;
        this.clock = clock;
    }

    @Override
    public String parameter() {
        return "funnel";
    }

    @Override
    public Condition condition(String value, CurrentUser user) {
        user.require(Resource.FUNNEL, Action.VIEW);
        var company = companies.current();
        var references = funnels.references();
        var cell = FunnelCell.read(value, references, company.today(clock));
        var asked = cell.query().dealType();
        var type = (asked == null ? references.types().stream().findFirst() : references.type(asked))
                .orElseThrow(() -> InvalidInput.at("funnel", "funnel.error.unknown", value));
        var reach = Reach.of(user, Resource.FUNNEL, Action.VIEW);
        return of(cell, Selection.of(cell.query(), type, company.timeZone(), clock.instant(), reach));
    }

    static Condition of(FunnelCell cell, Selection selection) {
        if (cell.figure() == Figure.UNDATED) {
            return DSL.condition(
                    "deal.id in (select f.deal_id from deal_fact f where {0})", ReadFunnel.undated(selection));
        }
        return DSL.condition(
                "deal.id in (select cell.deal_id from {0} where {1})", FunnelCells.of(selection), counted(cell));
    }

    private static Condition counted(FunnelCell cell) {
        var figure = cell.figure();
        var stage = cell.stage();
        if (stage == null) {
            return DSL.condition(
                    "cell.standing and cell.state = any({0})",
                    val(figure.states().toArray(String[]::new)));
        }
        var counted = DSL.condition(
                "cell.stage_id = {0} and cell.outcome = any({1})",
                val(stage), val(figure.outcomes().toArray(String[]::new)));
        return figure == Figure.TIMED ? counted.and(DSL.condition("cell.seconds is not null")) : counted;
    }
}
