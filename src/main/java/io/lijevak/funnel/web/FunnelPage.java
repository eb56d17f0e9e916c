package io.lijevak.funnel.web;

import io.lijevak.funnel.ComparedFunnels;
import io.lijevak.funnel.Counting;
import io.lijevak.funnel.Estimated;
import io.lijevak.funnel.Figure;
import io.lijevak.funnel.Funnel;
import io.lijevak.funnel.FunnelCell;
import io.lijevak.funnel.FunnelQuery;
import io.lijevak.funnel.FunnelView;
import io.lijevak.funnel.HonestFunnel;
import io.lijevak.funnel.PeriodRule;
import io.lijevak.funnel.PotentialMoment;
import io.lijevak.funnel.Rate;
import io.lijevak.funnel.StageFigures;
import io.lijevak.funnel.Tally;
import io.lijevak.funnel.WinChance;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A funnel as its page shows it.
 *
 * @param honest how far its rates can be trusted
 * @param compared with what it is compared, null = with nothing
 * @param link the page's own address with its state in canonical form
 * @param revision of the business data that the answer was computed from
 */
public record FunnelPage(
        Ui ui, Funnel funnel, HonestFunnel honest, @Nullable ComparedFunnels compared, PageLink link, long revision) {
    /** Below this many deals in the first stage shares say nothing, so only counts are printed. */
    static final int ENOUGH = 20;

    public FunnelQuery query() {
        return funnel.query();
    }

    public boolean active() {
        return query().view() == FunnelView.ACTIVE;
    }

    public boolean empty() {
        return funnel.totals().all().count() == 0
                && funnel.stages().stream().allMatch(stage -> stage.entered().count() == 0);
    }

    public boolean seedPalette() {
        return link.value("palette").equals("seed");
    }

    public boolean proven() {
        return query().counting() == Counting.PROVEN;
    }

    /** Whether the deals can be counted where they are proven to be: open ones, as they are now. */
    public boolean provable() {
        return active()
                && query().rule() == PeriodRule.SNAPSHOT
                && query().asOf() == null
                && query().potential() == PotentialMoment.CURRENT;
    }

    public boolean builtUp() {
        return query().counting() == Counting.BUILT_UP;
    }

    /** The list of the deals behind a number of a stage. */
    public String deals(StageFigures stage, Figure figure) {
        return deals(stage.stage().id(), figure);
    }

    /** The list of the deals behind a number over all stages. */
    public String deals(Figure figure) {
        return deals((Long) null, figure);
    }

    private String deals(@Nullable Long stage, Figure figure) {
        return opensPassports()
                ? PassportPage.of(new FunnelCell(query(), stage, figure).text())
                : deals(query(), stage, figure);
    }

    /** Whether the numbers open their passports rather than their deals. */
    public boolean opensPassports() {
        return link.value("numbers").equals("passport");
    }

    /** The same page with numbers that open the other. */
    public String otherNumbers() {
        return link.with("numbers", opensPassports() ? null : "passport").toString();
    }

    static String deals(FunnelQuery query, @Nullable Long stage, Figure figure) {
        return new FunnelCell(query, stage, figure).list().toString();
    }

    public boolean hasReturned() {
        return funnel.stages().stream().anyMatch(stage -> stage.returned().count() > 0);
    }

    /** Whether there are deals enough for shares. */
    public boolean enough() {
        return !funnel.stages().isEmpty()
                && funnel.stages().getFirst().entered().count() >= ENOUGH;
    }

    public String number(long value) {
        return ui.f().number(value);
    }

    /** An amount without its cents and currency; the head of the column names the currency. */
    public String amount(Tally tally) {
        return amount(tally.amount());
    }

    public String amount(@Nullable BigDecimal amount) {
        return amount == null ? "–" : ui.f().decimal(amount, 0);
    }

    public String money(@Nullable BigDecimal amount) {
        return amount == null ? "–" : amount(amount) + "\u00a0" + funnel.currency();
    }

    public String days(@Nullable BigDecimal days) {
        return days == null ? "–" : ui.f().decimal(days, 1);
    }

    /** A share with its sign, or a dash where nothing was decided. */
    public String share(OptionalDouble share) {
        return share.isEmpty() ? "–" : ui.f().percent(share.getAsDouble());
    }

    /** Share of the lost among all that were decided. */
    public OptionalDouble lostShare() {
        var won = funnel.totals().winRate();
        return won.isEmpty() ? won : OptionalDouble.of(1 - won.getAsDouble());
    }

    /** What the amounts are: now, at entry or at exit. */
    public String amountHead() {
        return ui.t("funnel.amount." + word(query().potential()), funnel.currency());
    }

    /** The entered deals of all stages that cannot be told apart any more stay at the end of the list. */
    public boolean retired(StageFigures stage) {
        return funnel.type().steps().stream()
                .noneMatch(step -> step.id() == stage.stage().id());
    }

    public Rates rates() {
        return new Rates(ui);
    }

    /** The conversion of a stage with its interval; null when no deal was decided there. */
    public @Nullable Rate conversion(StageFigures stage) {
        return honest.conversions().get(stage.stage().id());
    }

    /** What becomes of deals in the stage when open ones count as open; null where the rule does not let it be told. */
    public HonestFunnel.@Nullable Open open(StageFigures stage) {
        return honest.open().get(stage.stage().id());
    }

    public boolean hasOpen() {
        return !honest.open().isEmpty();
    }

    /** The probability of a win from the stage on by own statistics, null while they do not tell. */
    public @Nullable Rate own(StageFigures stage) {
        return honest.wins().get(stage.stage().id());
    }

    /** What reps estimate of the open deals of the stage; null when none has an estimate. */
    public @Nullable Estimated estimated(StageFigures stage) {
        return honest.estimates().get(stage.stage().id());
    }

    public WinChance chance() {
        return switch (link.value("probability")) {
            case "own" -> WinChance.OWN;
            case "estimate" -> WinChance.ESTIMATE;
            default -> WinChance.TEMPLATE;
        };
    }

    /** The chosen probability of a win from the stage on, of one; empty where it is not known. */
    public OptionalDouble probability(StageFigures stage) {
        return switch (chance()) {
            case TEMPLATE -> template(stage);
            case OWN -> {
                var own = own(stage);
                yield own == null ? OptionalDouble.empty() : OptionalDouble.of(own.estimate());
            }
            case ESTIMATE -> {
                var estimated = estimated(stage);
                yield estimated == null ? OptionalDouble.empty() : OptionalDouble.of(estimated.share());
            }
        };
    }

    public OptionalDouble template(StageFigures stage) {
        var percent = stage.stage().probability();
        return percent == null ? OptionalDouble.empty() : OptionalDouble.of(percent / 100.0);
    }

    /** The potential of the stage times the chosen probability, in cents; null where it is not known. */
    public @Nullable BigDecimal expected(StageFigures stage) {
        var exact = weighed(stage);
        return exact == null ? null : exact.setScale(2, RoundingMode.HALF_UP);
    }

    private @Nullable BigDecimal weighed(StageFigures stage) {
        if (chance() == WinChance.TEMPLATE) {
            return stage.weighed();
        }
        if (chance() == WinChance.ESTIMATE) {
            var estimated = estimated(stage);
            return estimated == null ? null : estimated.expected();
        }
        var probability = probability(stage);
        return probability.isEmpty()
                ? null
                : stage.inWork().amount().multiply(BigDecimal.valueOf(probability.getAsDouble()));
    }

    /** The expected revenue of all stages whose probability is known, rounded once. */
    public BigDecimal expected() {
        return funnel.stages().stream()
                .map(this::weighed)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_UP);
    }

    public boolean hasExpected() {
        return funnel.stages().stream().anyMatch(stage -> expected(stage) != null);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
