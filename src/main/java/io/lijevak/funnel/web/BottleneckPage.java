package io.lijevak.funnel.web;

import io.lijevak.funnel.BottleneckEvidence;
import io.lijevak.funnel.BottleneckReckoning;
import io.lijevak.funnel.Bottlenecks;
import io.lijevak.funnel.Figure;
import io.lijevak.funnel.Funnel;
import io.lijevak.funnel.FunnelCell;
import io.lijevak.funnel.FunnelFilter;
import io.lijevak.funnel.FunnelQuery;
import io.lijevak.funnel.FunnelStage;
import io.lijevak.funnel.StageDelay;
import io.lijevak.funnel.StageLoss;
import io.lijevak.funnel.Trials;
import io.lijevak.platform.web.NumberPassport;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.StageHint;
import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Bottlenecks as their page shows them.
 *
 * @param hints the playbook, by id of the stage
 * @param chosen the stage looked at closely; null when nothing stands out and none was chosen
 * @param revision of the business data that the answer was computed from
 */
public record BottleneckPage(
        Ui ui,
        Bottlenecks found,
        PageLink link,
        Map<Long, StageHint> hints,
        @Nullable StageLoss chosen,
        BottleneckEvidence.@Nullable Evidence evidence,
        long revision) {

    /** The stage named in the address, else the worst, else the slowest. */
    static @Nullable StageLoss chosen(Bottlenecks found, PageLink link) {
        return of(found, link.value("stage"))
                .orElseGet(() -> found.worst()
                        .or(() -> found.slowest()
                                .flatMap(slow ->
                                        of(found, Long.toString(slow.stage().id()))))
                        .orElse(null));
    }

    private static java.util.Optional<StageLoss> of(Bottlenecks found, String stage) {
        return found.losses().stream()
                .filter(loss -> Long.toString(loss.stage().id()).equals(stage))
                .findFirst();
    }

    public BottleneckStory story() {
        return new BottleneckStory(this);
    }

    public Rates rates() {
        return new Rates(ui);
    }

    public String deals(FunnelStage stage, Figure figure) {
        return deals(found.period().query(), stage, figure);
    }

    /** The deals of the 12 months before. */
    public String dealsBefore(FunnelStage stage, Figure figure) {
        return deals(found.before().query(), stage, figure);
    }

    /** The deals of one responsible person in the chosen stage. */
    public String deals(FunnelStage stage, Figure figure, BottleneckEvidence.Rep rep) {
        var query = found.period().query();
        var filter = query.filter();
        var own = new FunnelFilter(rep.id(), filter.team(), filter.source(), filter.category(), filter.productGroup());
        return deals(
                new FunnelQuery(
                        query.view(),
                        query.dealType(),
                        query.period(),
                        query.rule(),
                        query.asOf(),
                        query.potential(),
                        query.counting(),
                        own,
                        query.known()),
                stage,
                figure);
    }

    private String deals(FunnelQuery query, FunnelStage stage, Figure figure) {
        var cell = new FunnelCell(query, stage.id(), figure);
        return NumberPassport.isAsked(link)
                ? BottleneckReckoning.passport(cell)
                : cell.list().toString();
    }

    /** The passport of a number that is of no list, such as {@code excess}; empty where there is no number. */
    public String passport(FunnelStage stage, String number, boolean known) {
        return known
                ? BottleneckPassportController.self(link, stage.id(), number).toString()
                : "";
    }

    /** The passport of the loss share of one responsible person. */
    public String passport(FunnelStage stage, BottleneckEvidence.Rep rep) {
        var of = rep.id();
        return of == null
                ? ""
                : BottleneckPassportController.self(link, stage.id(), "loss")
                        .without("team")
                        .with("owner", of)
                        .toString();
    }

    public String stuck(FunnelStage stage) {
        return new PageLink("/deals", BottleneckEvidence.stuck(found.period(), stage.id())).toString();
    }

    public String losses(FunnelStage stage) {
        return new PageLink("/deals/losses", BottleneckEvidence.lost(found.period(), stage.id()))
                .without("outcome")
                .toString();
    }

    public String reason(FunnelStage stage, @Nullable Long reason) {
        return new PageLink("/deals", BottleneckEvidence.lost(found.period(), stage.id()))
                .with("reason", reason == null ? 0 : reason)
                .toString();
    }

    public String closer(FunnelStage stage) {
        return link.with("stage", stage.id()) + "#evidence";
    }

    public Funnel period() {
        return found.period();
    }

    /** By which rule losses were counted. */
    public String lossesNote() {
        var period = period().query().period();
        return ui.t(
                "funnel.bottleneck.losses.note",
                ui.f().date(period.from()),
                ui.f().date(period.to()),
                Bottlenecks.ENOUGH);
    }

    public boolean empty() {
        return found.losses().stream().allMatch(loss -> loss.lost().all() == 0);
    }

    public @Nullable StageHint hint(FunnelStage stage) {
        var hint = hints.get(stage.id());
        return hint == null || hint.text() == null ? null : hint;
    }

    public boolean isChosen(FunnelStage stage) {
        return chosen != null && chosen.stage().id() == stage.id();
    }

    public String number(double value) {
        return ui.f().number(Math.round(value));
    }

    public String decimal(double value) {
        return ui.f().decimal(BigDecimal.valueOf(value), 1);
    }

    /** A difference with its sign. */
    public String signed(double value) {
        return (value > 0.05 ? "+" : "") + decimal(value).replace('-', '−');
    }

    public String days(@Nullable BigDecimal days) {
        return days == null ? "–" : ui.f().decimal(days, 1);
    }

    public String amount(@Nullable BigDecimal amount) {
        return amount == null ? "–" : ui.f().decimal(amount, 0);
    }

    public String money(BigDecimal amount) {
        return amount(amount) + "\u00a0" + period().currency();
    }

    public String share(OptionalDouble share) {
        return share.isEmpty() ? "–" : ui.f().percent(share.getAsDouble());
    }

    /** A loss share, or counts when too few were decided. */
    public String lost(Trials lost) {
        var share = lost.all() == 0 ? OptionalDouble.empty() : OptionalDouble.of(lost.good() / lost.all());
        return rates().share(share, Math.round(lost.good()), Math.round(lost.all()));
    }

    public String expected(StageLoss loss) {
        return loss.basis() == null ? "–" : ui.f().percent(loss.expected());
    }

    public String expected(StageDelay delay) {
        return delay.expected().isEmpty() ? "–" : decimal(delay.expected().getAsDouble());
    }

    public String basis(StageLoss.@Nullable Basis basis) {
        return basis == null ? "" : ui.t("funnel.bottleneck.basis." + FunnelPage.word(basis));
    }
}
