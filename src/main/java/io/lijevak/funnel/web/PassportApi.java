package io.lijevak.funnel.web;

import io.lijevak.funnel.Dimension;
import io.lijevak.funnel.EventMeasure;
import io.lijevak.funnel.Formula;
import io.lijevak.funnel.Measure;
import io.lijevak.funnel.NamedFormula;
import io.lijevak.funnel.Passport;
import io.lijevak.funnel.ShowPassport;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The passport of a number of the funnel, as JSON. */
@RestController
@RequestMapping("/api/v1")
class PassportApi {
    private final ShowPassport passports;

    PassportApi(ShowPassport passports) {
        this.passports = passports;
    }

    /** What the number is of; excluded = deals by the first condition that keeps them out; intervals of numbers of decided deals. */
    record Answer(
            String cell,
            String figure,
            @Nullable Long stage,
            Map<String, String> groups,
            @Nullable Told told,
            String dealType,
            String rule,
            LocalDate from,
            LocalDate to,
            Instant asOf,
            long count,
            String amount,
            @Nullable BigDecimal averageDays,
            Map<String, Long> excluded,
            long deals,
            FunnelApi.@Nullable Interval interval,
            FunnelApi.@Nullable Open openAsOpen,
            @Nullable Deal deal,
            @Nullable Recount recount) {}

    /** The measure or formula of the cell; {@code missing} says why a formula has no number, {@code inputs} what it is made of. */
    record Told(
            String measure,
            @Nullable BigDecimal value,
            Formula.@Nullable Missing missing,
            @Nullable String formula,
            Map<String, @Nullable BigDecimal> inputs) {}

    /** Whether the asked deal is in, and if not, the first condition that keeps it out; groups = those it is not of. */
    record Deal(
            long id,
            String title,
            boolean included,
            @Nullable String why,
            List<String> groups) {}

    /** What the ledger tells without the facts that the funnel counts. */
    record Recount(
            long count,
            String amount,
            @Nullable BigDecimal averageDays,
            @Nullable BigDecimal value,
            FunnelApi.@Nullable Interval interval,
            FunnelApi.@Nullable Open openAsOpen,
            boolean equal) {}

    /** {@code cell} as the links of the funnel have it, {@code deal} an id, {@code recount} true to count the ledger too. */
    @GetMapping("/funnel/passport")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    Answer passport(
            @RequestParam String cell,
            @RequestParam(defaultValue = "") String measure,
            @RequestParam(required = false) @Nullable Long deal,
            @RequestParam(defaultValue = "false") boolean recount,
            CurrentUser user) {
        var passport = passports.of(cell, measure, user);
        var query = passport.funnel().query();
        var excluded = new TreeMap<String, Long>();
        passport.excluded().forEach((why, deals) -> excluded.put(FunnelPage.word(why), deals));
        return new Answer(
                passport.cell().text(),
                FunnelPage.word(passport.cell().figure()),
                passport.cell().stage(),
                passport.cell().groups(),
                told(passport),
                passport.funnel().type().name(),
                FunnelPage.word(query.rule()),
                query.period().from(),
                query.period().to(),
                passport.funnel().asOf(),
                passport.counted().count(),
                passport.counted().amount().toPlainString(),
                passport.days().average(),
                excluded,
                passport.deals(),
                FunnelApi.Interval.of(passport.rates().rate()),
                FunnelApi.Open.of(passport.rates().open()),
                deal == null ? null : deal(passport, deal, user),
                recount ? recount(passport, user) : null);
    }

    private static @Nullable Told told(Passport passport) {
        return switch (passport.indicator()) {
            case null -> null;
            case Measure measure -> new Told(measure.key(), passport.value(), null, null, Map.of());
            case EventMeasure events -> new Told(events.key(), passport.value(), null, null, Map.of());
            case NamedFormula named -> {
                var inputs = new TreeMap<String, @Nullable BigDecimal>();
                named.formula().measures().forEach(input -> inputs.put(input.code(), input.of(passport.figures())));
                yield new Told(
                        named.key(),
                        passport.value(),
                        named.formula().of(passport.figures()).missing(),
                        named.formula().text(),
                        inputs);
            }
        };
    }

    private Deal deal(Passport passport, long id, CurrentUser user) {
        var verdict = passports.whyNot(passport, id, user).orElseThrow(() -> new RecordNotFound("deal", id));
        return new Deal(
                verdict.id(),
                verdict.title(),
                verdict.why().isEmpty(),
                verdict.why().map(FunnelPage::word).orElse(null),
                verdict.groups().stream().map(Dimension::key).toList());
    }

    private @Nullable Recount recount(Passport passport, CurrentUser user) {
        return passports
                .recount(passport, user)
                .map(told -> new Recount(
                        told.tally().count(),
                        told.tally().amount().toPlainString(),
                        told.days().average(),
                        passport.indicator() == null
                                ? null
                                : passport.indicator().of(told.figures()),
                        FunnelApi.Interval.of(told.rates().rate()),
                        FunnelApi.Open.of(told.rates().open()),
                        told.equal()))
                .orElse(null);
    }
}
