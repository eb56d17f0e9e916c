package io.lijevak.funnel.web;

import io.lijevak.funnel.ComparedFunnels;
import io.lijevak.funnel.Figure;
import io.lijevak.funnel.FunnelReferences;
import io.lijevak.funnel.Significance;
import io.lijevak.funnel.StageFigures;
import io.lijevak.platform.web.Ui;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A comparison in words: what is compared, how much more or less, and whether that may be chance. */
public final class CompareStory {
    private final FunnelPage page;
    private final ComparedFunnels compared;
    private final FunnelReferences references;
    private final Ui ui;

    public CompareStory(FunnelPage page, FunnelReferences references) {
        this.page = page;
        this.compared = Objects.requireNonNull(page.compared());
        this.references = references;
        this.ui = page.ui();
    }

    public ComparedFunnels compared() {
        return compared;
    }

    /** What the funnel is compared with: a period by its days, a rep or team by name. */
    public String other() {
        var with = compared.with();
        var filter = with.query().filter();
        return switch (with.kind()) {
            case FunnelReferences.OWNER -> name(FunnelReferences.OWNER, filter.owner());
            case FunnelReferences.TEAM -> ui.t("funnel.who.team", name(FunnelReferences.TEAM, filter.team()));
            default -> days();
        };
    }

    private String days() {
        var query = compared.with().query();
        var asOf = query.asOf();
        return query.rule().usesPeriod()
                ? ui.f().date(query.period().from()) + " – "
                        + ui.f().date(query.period().to())
                : ui.t("funnel.compare.asOf", ui.f().date(Objects.requireNonNull(asOf)));
    }

    /** The name of a source, 0 = none. */
    String source(long id) {
        return id == 0 ? ui.t("funnel.difference.noSource") : name(FunnelReferences.SOURCE, id);
    }

    /** Where the page that explains the difference in won amount is. */
    public String difference() {
        return page.link()
                .without("probability", "palette")
                .at("/funnel/difference")
                .toString();
    }

    private String name(String filter, @Nullable Long id) {
        return references.of(filter).stream()
                .filter(choice -> Objects.equals(choice.id(), id))
                .map(FunnelReferences.Choice::name)
                .findFirst()
                .orElse("");
    }

    /** How the other period is followed, empty where that needs no words. */
    public String followed() {
        var asOf = compared.with().query().asOf();
        return asOf == null
                        || !compared.with().query().rule().usesPeriod()
                        || !compared.with().ofPeriod()
                ? ""
                : ui.t("funnel.compare.followed", ui.f().date(asOf));
    }

    public String deals(StageFigures stage, Figure figure) {
        return FunnelPage.deals(compared.then().query(), stage.stage().id(), figure);
    }

    public String deals(Figure figure) {
        return FunnelPage.deals(compared.then().query(), null, figure);
    }

    public String count(long difference) {
        return signed("count", difference, ui.f().number(Math.abs(difference)));
    }

    public String amount(BigDecimal difference) {
        return signed("amount", difference.signum(), ui.f().decimal(difference.abs(), 0));
    }

    /** A difference of two shares in percentage points. */
    public String points(OptionalDouble difference) {
        if (difference.isEmpty()) {
            return "–";
        }
        var tenths = Math.round(difference.getAsDouble() * 1000);
        return signed("points", tenths, ui.f().decimal(BigDecimal.valueOf(Math.abs(tenths), 1), 1));
    }

    public String days(@Nullable BigDecimal difference) {
        return difference == null
                ? "–"
                : signed("days", difference.signum(), ui.f().decimal(difference.abs(), 1));
    }

    private String signed(String what, long sign, String size) {
        return ui.t("funnel.difference." + what + (sign > 0 ? ".more" : sign < 0 ? ".less" : ".same"), size);
    }

    public String significance(Significance significance) {
        var key = "funnel.significance."
                + significance.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var p = significance.p();
        return ui.t(key, p.isEmpty() ? "–" : probability(p.getAsDouble()));
    }

    private String probability(double p) {
        return p < 0.001
                ? "< " + ui.f().decimal(new BigDecimal("0.001"), 3)
                : ui.f().decimal(BigDecimal.valueOf(p), 3);
    }
}
