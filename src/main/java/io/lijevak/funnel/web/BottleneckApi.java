package io.lijevak.funnel.web;

import io.lijevak.funnel.Bottlenecks;
import io.lijevak.funnel.FindBottlenecks;
import io.lijevak.funnel.ShowFunnel;
import io.lijevak.funnel.StageDelay;
import io.lijevak.funnel.StageLoss;
import io.lijevak.funnel.Trials;
import io.lijevak.platform.Companies;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.process.StageHints;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bottlenecks as JSON. */
@RestController
@RequestMapping("/api/v1/funnel/bottlenecks")
class BottleneckApi {
    private final FindBottlenecks bottlenecks;
    private final StageHints hints;
    private final ShowFunnel funnels;
    private final Companies companies;
    private final Clock clock;

    BottleneckApi(FindBottlenecks bottlenecks, StageHints hints, ShowFunnel funnels, Companies companies, Clock clock) {
        this.bottlenecks = bottlenecks;
        this.hints = hints;
        this.funnels = funnels;
        this.companies = companies;
        this.clock = clock;
    }

    /** The stages that stand out by losses and by days, null when none does, and the figures of all. */
    record Answer(
            FunnelApi.Named dealType,
            FunnelApi.Dates period,
            FunnelApi.Dates before,
            String currency,
            @Nullable Long worst,
            @Nullable Long slowest,
            List<Stage> stages) {}

    /** The figures of a stage; shares of one with six decimals, days of 24 hours, money as a decimal string. */
    record Stage(
            long id,
            String name,
            long decided,
            long lost,
            FunnelApi.@Nullable Interval lossInterval,
            @Nullable BigDecimal norm,
            long decidedBefore,
            long lostBefore,
            @Nullable BigDecimal expected,
            @Nullable String basis,
            @Nullable BigDecimal excess,
            @Nullable String money,
            boolean standsOut,
            Delay days,
            @Nullable String hint) {}

    record Delay(
            @Nullable BigDecimal median,
            long timed,
            @Nullable BigDecimal medianBefore,
            @Nullable BigDecimal expected,
            @Nullable String basis,
            long longer,
            boolean standsOut) {}

    /** The parameters are dealType, from, to and the filters of the funnel; without days the last three months. */
    @GetMapping
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    Answer show(@RequestParam Map<String, String> parameters, CurrentUser user) {
        var query = BottleneckQuestion.read(
                parameters, funnels.references(), companies.current().today(clock));
        return bottlenecks
                .of(query, user)
                .map(found -> answer(found, user))
                .orElseThrow(() -> new RecordNotFound("deal type", "of any kind"));
    }

    private Answer answer(Bottlenecks found, CurrentUser user) {
        var type = found.period().type();
        var playbook = hints.all(user.language());
        var stages = new java.util.ArrayList<Stage>();
        for (var i = 0; i < found.losses().size(); i++) {
            var loss = found.losses().get(i);
            var hint = playbook.get(loss.stage().id());
            stages.add(stage(loss, found.delays().get(i), hint == null ? null : hint.text()));
        }
        return new Answer(
                new FunnelApi.Named(type.id(), type.name()),
                dates(found.period().query().period()),
                dates(found.before().query().period()),
                found.period().currency(),
                found.worst().map(loss -> loss.stage().id()).orElse(null),
                found.slowest().map(delay -> delay.stage().id()).orElse(null),
                stages);
    }

    private static FunnelApi.Dates dates(io.lijevak.platform.Period period) {
        return new FunnelApi.Dates(period.from(), period.to());
    }

    private static Stage stage(StageLoss loss, StageDelay delay, @Nullable String hint) {
        var expects = loss.basis() != null;
        return new Stage(
                loss.stage().id(),
                loss.stage().name(),
                count(loss.lost().all()),
                count(loss.lost().good()),
                FunnelApi.Interval.of(loss.rate()),
                decimal(loss.norm()),
                count(loss.before().all()),
                count(loss.before().good()),
                expects ? decimal(OptionalDouble.of(loss.expected())) : null,
                basis(loss.basis()),
                expects ? decimal(OptionalDouble.of(loss.excess())) : null,
                Optional.ofNullable(loss.money()).map(BigDecimal::toPlainString).orElse(null),
                loss.standsOut(),
                delay(delay),
                hint);
    }

    private static Delay delay(StageDelay delay) {
        Trials longer = delay.longer();
        return new Delay(
                delay.days().median(),
                delay.days().known(),
                delay.before().median(),
                decimal(delay.expected()),
                basis(delay.basis()),
                count(longer.good()),
                delay.standsOut());
    }

    private static @Nullable String basis(StageLoss.@Nullable Basis basis) {
        return basis == null ? null : FunnelPage.word(basis);
    }

    private static long count(double trials) {
        return Math.round(trials);
    }

    private static @Nullable BigDecimal decimal(OptionalDouble value) {
        return value.isEmpty() ? null : BigDecimal.valueOf(value.getAsDouble()).setScale(6, RoundingMode.HALF_UP);
    }
}
