package io.lijevak.reports;

import io.lijevak.funnel.Funnel;
import io.lijevak.funnel.FunnelReferences;
import io.lijevak.funnel.Rate;
import io.lijevak.funnel.ShowFunnel;
import io.lijevak.funnel.ShowHonestFunnel;
import io.lijevak.funnel.StageFigures;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares what a rep's deals did in each stage with those of the whole company. */
@Component
public class ShowStages {
    private final ShowFunnel funnels;
    private final ShowHonestFunnel honest;
    private final WorkOfReps work;
    private final Crowd crowd;

    ShowStages(ShowFunnel funnels, ShowHonestFunnel honest, WorkOfReps work, Crowd crowd) {
        this.funnels = funnels;
        this.honest = honest;
        this.work = work;
        this.crowd = crowd;
    }

    /** Where a rep stands to the company, when that is sure. */
    public enum Mark {
        BETTER,
        WORSE
    }

    /**
     * One stage.
     *
     * @param rate of the rep with its interval, null where none of the rep's deals was decided
     * @param company the whole company's figures; null when they would tell of single colleagues
     */
    public record Row(
            StageFigures own,
            @Nullable Rate rate,
            @Nullable StageFigures company,
            @Nullable Rate companyRate) {

        public boolean enough() {
            return rate != null && rate.trials().all() >= League.ENOUGH;
        }

        /** Only where the rep's interval excludes the company's conversion. */
        public @Nullable Mark mark() {
            if (!enough()
                    || rate == null
                    || company == null
                    || company.conversion().isEmpty()) {
                return null;
            }
            var conversion = company.conversion().getAsDouble();
            var own = own().conversion().orElse(conversion);
            if (own > conversion && rate.low() > conversion) {
                return Mark.BETTER;
            }
            return own < conversion && rate.high() < conversion ? Mark.WORSE : null;
        }

        /** How many more deals were lost here than the company would have lost of as many; null without the company. */
        public @Nullable Double lostBeyond() {
            if (company == null || company.lossShare().isEmpty()) {
                return null;
            }
            var decided = own.won().count() + own.lost().count();
            return own.lost().count() - decided * company.lossShare().getAsDouble();
        }
    }

    /** Whom to look at when nobody is named: the one with most decided deals, else oneself. */
    public long usual(PeopleQuestion question, CurrentUser user) {
        return work.seenBy(user, question).entrySet().stream()
                .max(Map.Entry.<Long, RepWork>comparingByValue(
                                Comparator.comparingLong(one -> one.deals().decided()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(user.id());
    }

    /** The people that one may look at. */
    public List<FunnelReferences.Choice> people(CurrentUser user) {
        return funnels.references().of(FunnelReferences.OWNER).stream()
                .filter(person -> sees(user, person.id()))
                .toList();
    }

    /** The stages of the type, with the figures of a person; refused for a person whose deals are out of reach. */
    public List<Row> of(PeopleQuestion question, long person, CurrentUser user) {
        user.require(Resource.FUNNEL, Action.VIEW, person);
        user.require(Resource.DEAL, Action.VIEW, person);
        var own = funnels.show(question.funnel(person), user);
        if (own.isEmpty()) {
            return List.of();
        }
        var eyes = WorkOfReps.everybody(user);
        var company =
                crowd.mayBeShown(question, user) ? funnels.show(question.funnel(null), eyes) : Optional.<Funnel>empty();
        var rates = honest.of(own.get(), user).conversions();
        var companyRates = company.map(all -> honest.of(all, eyes).conversions());
        return own.get().stages().stream()
                .map(stage -> new Row(
                        stage,
                        rates.get(stage.stage().id()),
                        company.flatMap(all -> all.stages().stream()
                                        .filter(other -> other.stage().id()
                                                == stage.stage().id())
                                        .findFirst())
                                .orElse(null),
                        companyRates.map(all -> all.get(stage.stage().id())).orElse(null)))
                .toList();
    }

    static boolean sees(CurrentUser user, long person) {
        return user.can(Resource.FUNNEL, Action.VIEW, person) && user.can(Resource.DEAL, Action.VIEW, person);
    }
}
