package io.lijevak.overview;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import io.lijevak.deals.DealFilter.AsOf;
import io.lijevak.deals.DealSelection;
import io.lijevak.overview.OverviewExcluded.Asked;
import io.lijevak.overview.OverviewInclusion.Out;
import io.lijevak.platform.Companies;
import io.lijevak.platform.web.Texts;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.People;
import io.lijevak.users.Person;
import io.lijevak.users.PersonId;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The deals that one condition keeps out of a number of the overview, as a list. */
@Component
class ExcludedFromOverview implements DealSelection {
    private static final int WITH_DAY = 5;
    private final OverviewExcluded excluded;
    private final Companies companies;
    private final Clock clock;
    private final People people;
    private final Texts texts;

    private record Key(Asked asked, Out why) {}

    ExcludedFromOverview(OverviewExcluded excluded, Companies companies, Clock clock, People people, Texts texts) {
        this.excluded = excluded;
        this.companies = companies;
        this.clock = clock;
        this.people = people;
        this.texts = texts;
    }

    @Override
    public String parameter() {
        return ShowOverviewPassport.EXCLUDED;
    }

    /** Such as {@code stuck::closed} or, of a past day, {@code coming:2026-12:other-month:2026-11-01:now}. */
    static String key(Asked asked, Out why) {
        return OverviewKey.text(asked.number().word() + ":" + asked.of() + ":" + why.word(), asked.asOf());
    }

    @Override
    public Condition select(String key, Field<Long> dealId, CurrentUser user) {
        return read(key)
                .filter(read -> user.may(Resource.FUNNEL, Action.VIEW))
                .map(read -> condition(
                        "{0} in (select out.id from {1} where out.why = {2})",
                        dealId, excluded.of(read.asked(), user), val(read.why().name())))
                .orElse(DSL.falseCondition());
    }

    @Override
    public String words(String key, CurrentUser user) {
        var language = user.language();
        return read(key)
                .map(read -> texts.get(
                        language,
                        "overview.excluded.words",
                        of(read.asked(), user)
                                + texts.get(
                                        language,
                                        "overview.number."
                                                + read.asked().number().word()),
                        texts.get(language, "overview.exclusion." + read.why().word())))
                .orElse(key);
    }

    private String of(Asked asked, CurrentUser user) {
        var of = asked.of();
        var words = switch (asked.number()) {
            case CHANGED, CHANGED_SUM, CHANGED_BEFORE, CHANGED_SUM_BEFORE ->
                texts.get(user.language(), "overview.change." + of);
            case LATE, SILENT, UNPLANNED ->
                of.matches("\\d{1,18}")
                        ? people.find(new PersonId(Long.parseLong(of)))
                                .map(Person::name)
                                .orElse("")
                        : "";
            case COMING, COMING_POTENTIAL, COMING_EXPECTED ->
                of.matches("\\d.*") ? of : texts.get(user.language(), "overview.coming." + of);
            default -> "";
        };
        return words.isEmpty() ? "" : words + ": ";
    }

    private Optional<Key> read(String key) {
        var parts = List.of(key.split(":", -1));
        if (parts.size() != WITH_DAY - 2 && parts.size() != WITH_DAY) {
            return Optional.empty();
        }
        try {
            var asOf = parts.size() == WITH_DAY
                    ? new AsOf(LocalDate.parse(parts.get(3)), parts.get(4).equals("then"))
                    : null;
            return number(parts.get(0), parts.get(1))
                    .flatMap(number ->
                            why(parts.get(2)).map(why -> new Key(new Asked(number, parts.get(1), moment(asOf)), why)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<OverviewNumber> number(String word, String of) {
        return Arrays.stream(OverviewNumber.values())
                .filter(number -> number.word().equals(word) && number.isOfDeals())
                .filter(number -> !number.word().startsWith("changed")
                        || Arrays.stream(WeekChanges.Change.values())
                                .anyMatch(change -> change.word().equals(of)))
                .filter(number -> !number.word().startsWith("coming") || of.matches("past|later|none|\\d{4}-\\d{2}"))
                .findFirst();
    }

    private static Optional<Out> why(String word) {
        return Arrays.stream(Out.values())
                .filter(why -> why.word().equals(word))
                .findFirst();
    }

    private OverviewMoment moment(@Nullable AsOf asOf) {
        var company = companies.current();
        return OverviewMoment.of(company.today(clock), asOf, clock.instant(), company.timeZone());
    }
}
