package io.lijevak.reports;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Opens a number of a report on people: how it came about, and what deals, contacts and assignments say one by one. */
@Component
public class ShowPeoplePassport {
    private final LeaguePassports league;
    private final EffortPassports effort;
    private final FairPassports fair;
    private final StagesPassports stages;
    private final Customers customers;

    /** Whom the reps sell to. */
    @Component
    record Customers(MixPassports passports, ShowCustomerMix mixes) {}

    ShowPeoplePassport(
            LeaguePassports league,
            EffortPassports effort,
            FairPassports fair,
            StagesPassports stages,
            Customers customers) {
        this.league = league;
        this.effort = effort;
        this.fair = fair;
        this.stages = stages;
        this.customers = customers;
    }

    /**
     * Takes the parameters of the report that the number stands in; refused at {@code report} or {@code number} when there
     * is none of that name, or none that the user may see.
     */
    public PeopleNumber.Told of(
            PeopleQuestion question, PeopleNumber asked, Map<String, String> parameters, CurrentUser user) {
        user.require(Resource.FUNNEL, Action.VIEW);
        return switch (asked.report()) {
            case "league" -> league.of(question, Weights.of(parameters), asked, user);
            case "effort" -> effort.of(question, asked, user);
            case "fair" -> fair.of(question, asked, user);
            case "stages" -> stages.of(question, asked, user);
            case "customers" ->
                customers.passports().of(question, customers.mixes().choice(parameters, user), asked, user);
            default -> throw InvalidInput.at("report", "funnel.error.unknown", asked.report());
        };
    }
}
