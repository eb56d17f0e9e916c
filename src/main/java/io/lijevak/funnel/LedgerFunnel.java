package io.lijevak.funnel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stages of one funnel, added up deal by deal. */
final class LedgerFunnel {
    private final Funnel told;
    private final Map<Long, Inclusion> inclusions = new HashMap<>();
    private final Map<Long, LedgerFigures> figures = new HashMap<>();
    private final Map<Long, List<Stay>> stays = new HashMap<>();

    LedgerFunnel(Funnel told, Selection selection) {
        this.told = told;
        var groups = new LedgerGroups(Map.of(), selection.zone());
        for (var row : told.stages()) {
            var stage = row.stage().id();
            inclusions.put(
                    stage, new Inclusion(new FunnelCell(told.query(), stage, Figure.ENTERED), groups, selection));
            figures.put(stage, new LedgerFigures(told.type(), stage));
        }
    }

    void add(LedgerDeal deal) {
        inclusions.forEach((stage, inclusion) -> {
            var verdict = inclusion.of(deal);
            figures.computeIfPresent(stage, (id, sum) -> {
                sum.add(verdict);
                return sum;
            });
            if (verdict.why() == null) {
                Stay.of(verdict)
                        .ifPresent(stay -> stays.computeIfAbsent(stage, id -> new ArrayList<>())
                                .add(stay));
            }
        });
    }

    Funnel funnel() {
        var rows = told.stages().stream()
                .map(row -> row(row.stage(), figures.get(row.stage().id())))
                .toList();
        return new Funnel(told.query(), told.asOf(), told.type(), told.currency(), rows, told.totals());
    }

    private static StageFigures row(FunnelStage stage, @Nullable LedgerFigures sum) {
        var of = sum == null ? Figures.NONE : sum.figures();
        return new StageFigures(stage, of.won(), of.lost(), of.inWork(), of.returned(), of.days());
    }

    Map<Long, List<Stay>> stays() {
        return stays;
    }
}
