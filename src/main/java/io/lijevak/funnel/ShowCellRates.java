package io.lijevak.funnel;

import io.lijevak.users.CurrentUser;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the rates of a number of decided deals, and counts them again from what the ledger tells of the deals. */
@Component
public class ShowCellRates {
    private final ShowFunnel funnels;
    private final ShowHonestFunnel honest;

    ShowCellRates(ShowFunnel funnels, ShowHonestFunnel honest) {
        this.funnels = funnels;
        this.honest = honest;
    }

    CellRates of(FunnelCell cell, Map<Dimension, String> groups, CurrentUser user) {
        if (cell.figure() != Figure.DECIDED || !groups.isEmpty()) {
            return CellRates.NONE;
        }
        return funnels.show(cell.query(), user)
                .map(funnel -> of(cell.stage(), funnel, honest.of(funnel, user)))
                .orElse(CellRates.NONE);
    }

    private CellRates of(@Nullable Long stage, Funnel funnel, HonestFunnel rates) {
        return new CellRates(
                stage == null ? rates.winRate() : rates.conversions().get(stage),
                stage == null ? null : rates.open().get(stage),
                like(funnel, stage));
    }

    private RateGroups like(Funnel funnel, @Nullable Long stage) {
        return funnels.references()
                .statistics()
                .like(
                        funnel.type().id(),
                        stage == null ? OwnStatistics.WHOLE : stage,
                        !funnel.query().filter().equals(FunnelFilter.NONE));
    }

    /** The same from the deals that the ledger tells; {@code stays} of those that came to the stage. */
    static CellRates again(CellRates told, Figures ledger, Collection<Stay> stays) {
        var seen = Trials.of(ledger.won().count(), ledger.lost().count());
        return told.rate() == null && told.open() == null
                ? CellRates.NONE
                : new CellRates(
                        seen.all() == 0 ? null : RecountRate.of(seen, told.like()),
                        told.open() == null ? null : open(RecountRisks.of(stays), told.like()),
                        told.like());
    }

    private static HonestFunnel.Open open(CompetingRisks risks, RateGroups like) {
        var trials = risks.trials();
        return new HonestFunnel.Open(risks, trials.all() == 0 ? null : RecountRate.of(trials, like));
    }

    /** The conversion of a stage of a funnel with its interval counted again; null when nothing was decided there. */
    public @Nullable Rate again(Funnel funnel, StageFigures stage) {
        var seen = Trials.of(stage.won().count(), stage.lost().count());
        return seen.all() == 0
                ? null
                : RecountRate.of(seen, like(funnel, stage.stage().id()));
    }
}
