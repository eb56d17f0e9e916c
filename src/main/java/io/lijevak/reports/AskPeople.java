package io.lijevak.reports;

import io.lijevak.funnel.FunnelParameters;
import io.lijevak.funnel.FunnelQuery;
import io.lijevak.funnel.FunnelReferences;
import io.lijevak.funnel.FunnelType;
import io.lijevak.funnel.ShowFunnel;
import io.lijevak.platform.Companies;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Period;
import io.lijevak.platform.web.PastDay;
import io.lijevak.users.CurrentUser;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the question of a report on people from an address, with the same parameters and refusals as the funnel. */
@Component
public class AskPeople {
    private final ShowFunnel funnels;
    private final Companies companies;
    private final Clock clock;

    AskPeople(ShowFunnel funnels, Companies companies, Clock clock) {
        this.funnels = funnels;
        this.companies = companies;
        this.clock = clock;
    }

    /**
     * The question: {@code dealType} (without it the type with most deals closed in the period), {@code from}, {@code to}
     * (without them the last twelve months), {@code asOf}, {@code known}; empty when there is no deal type at all.
     */
    public Optional<PeopleQuestion> read(Map<String, String> parameters, CurrentUser user) {
        var query = query(parameters);
        var type = query.dealType();
        return (type == null ? funnels.show(query, user).map(funnel -> funnel.type()) : type(type))
                .map(found -> new PeopleQuestion(found, query.period(), query.asOf(), query.known()));
    }

    /** The period alone. */
    public Period period(Map<String, String> parameters) {
        return query(parameters).period();
    }

    /** The person asked for by {@code person}, id or exact name; null without one. */
    public @Nullable Long person(Map<String, String> parameters) {
        var asked = parameters.getOrDefault("person", "").strip();
        if (asked.isEmpty()) {
            return null;
        }
        return references().of(FunnelReferences.OWNER).stream()
                .filter(choice -> Long.toString(choice.id()).equals(asked)
                        || choice.name().equals(asked))
                .findFirst()
                .map(FunnelReferences.Choice::id)
                .orElseThrow(() -> InvalidInput.at("person", "funnel.error.unknown", asked));
    }

    public FunnelReferences references() {
        return funnels.references();
    }

    /** The name of a person. */
    String name(long person) {
        return references().of(FunnelReferences.OWNER).stream()
                .filter(choice -> choice.id() == person)
                .findFirst()
                .map(FunnelReferences.Choice::name)
                .orElse("");
    }

    /** The name of a value of a trait of deals; empty where it has none. */
    String name(Fairness.Trait trait, String value) {
        return switch (trait) {
            case SOURCE -> name(FunnelReferences.SOURCE, value);
            case CATEGORY -> name(FunnelReferences.CATEGORY, value);
            case AMOUNT -> value.matches("[1-4]") ? value + "/4" : "";
            case TAKEOVER ->
                references().stages().values().stream()
                        .filter(stage -> Long.toString(stage.id()).equals(value))
                        .findFirst()
                        .map(io.lijevak.funnel.FunnelStage::name)
                        .orElse("");
        };
    }

    private String name(String list, String value) {
        return references().of(list).stream()
                .filter(choice -> Long.toString(choice.id()).equals(value))
                .findFirst()
                .map(FunnelReferences.Choice::name)
                .orElse("");
    }

    public LocalDate today() {
        return companies.current().today(clock);
    }

    private FunnelQuery query(Map<String, String> parameters) {
        var asked = new HashMap<String, String>();
        asked.put("view", "closed");
        for (var name : java.util.List.of("dealType", "from", "to", PastDay.AS_OF, PastDay.KNOWN)) {
            asked.put(name, Objects.requireNonNullElse(parameters.get(name), ""));
        }
        return FunnelParameters.read(asked, references(), today());
    }

    private Optional<FunnelType> type(long id) {
        return references().type(id);
    }
}
