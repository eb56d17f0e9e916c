package io.lijevak.reports;

import io.lijevak.funnel.ShowPassport;
import io.lijevak.interactions.WrittenContacts;
import io.lijevak.platform.Companies;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Period;
import io.lijevak.platform.Reckoning;
import io.lijevak.platform.Reckoning.Input;
import io.lijevak.platform.Reckoning.Unit;
import io.lijevak.platform.web.PageLink;
import io.lijevak.reports.ShowColdTop.Count;
import io.lijevak.reports.ShowColdTop.Stage;
import io.lijevak.users.CurrentUser;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Opens a number of what comes before deals: how many there were, and for each deal opened. */
@Component
public class ColdPassports {
    private final ShowColdTop top;
    private final WrittenContacts contacts;
    private final ShowPassport passports;
    private final DSLContext sql;
    private final Companies companies;

    private record Visit(LocalDate day, long visits) {}

    ColdPassports(
            ShowColdTop top, WrittenContacts contacts, ShowPassport passports, DSLContext sql, Companies companies) {
        this.top = top;
        this.contacts = contacts;
        this.passports = passports;
        this.sql = sql;
        this.companies = companies;
    }

    /** The number's stage and what is told of it, {@code count} or {@code each}. */
    public record Told(Stage stage, Period period, Reckoning reckoning) {}

    /**
     * Of visits, e-mails, calls and meetings; deals have the passport of the funnel. Takes the parameters of the funnel with {@code number} and {@code of}, the word of a stage; refused at {@code number}
     * when the top tells no such number.
     */
    public Told of(Map<String, String> parameters, CurrentUser user) {
        var stages = top.of(parameters, user);
        var count = stages.stream()
                .filter(one -> one.stage() != Stage.DEALS)
                .filter(one -> word(one.stage()).equals(parameters.getOrDefault("of", "")))
                .findFirst()
                .orElseThrow(() -> unknown(parameters));
        return new Told(count.stage(), period(count), told(parameters, count, deals(stages), stages));
    }

    /** The word of a stage in addresses. */
    public static String word(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    private static InvalidInput unknown(Map<String, String> parameters) {
        return InvalidInput.at("number", "funnel.error.unknown", parameters.getOrDefault("number", ""));
    }

    private static long deals(List<Count> stages) {
        return stages.getLast().count();
    }

    private static String cell(List<Count> stages) {
        return Objects.requireNonNull(stages.getLast().parameters().get("funnel"));
    }

    /** The days that are told: those of the list of visits or contacts. */
    private static Period period(Count count) {
        var of = count;
        var from = of.parameters().getOrDefault("since", of.parameters().getOrDefault("from", ""));
        var to = of.parameters().getOrDefault("until", of.parameters().getOrDefault("to", ""));
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static Reckoning told(Map<String, String> parameters, Count count, long deals, List<Count> stages) {
        var list = new PageLink(count.path(), count.parameters()).toString();
        return switch (parameters.getOrDefault("number", "")) {
            case "count" -> Reckoning.counted("count", (double) count.count(), Unit.COUNT, List.of());
            case "each" ->
                new Reckoning(
                        "each",
                        count.perDeal().orElse(null),
                        Unit.RATIO,
                        "{count} / {deals}",
                        List.of(
                                Input.count("count", count.count(), list),
                                Input.count(
                                        "deals",
                                        deals,
                                        new PageLink("/funnel/passport", Map.of("cell", cell(stages))).toString())));
            default -> throw unknown(parameters);
        };
    }

    /** The same from visits, contacts and deals read one by one; empty when there is too much to read. */
    public Optional<Reckoning.Again> recount(Told told, Map<String, String> parameters, CurrentUser user) {
        var stages = top.of(parameters, user);
        var count = stages.stream()
                .filter(one -> one.stage() == told.stage())
                .findFirst()
                .orElseThrow(() -> unknown(parameters));
        return counted(count, told.period(), user)
                .flatMap(again -> dealsAgain(stages, user)
                        .map(deals -> told.reckoning()
                                .against(told(
                                        parameters,
                                        new Count(
                                                count.stage(),
                                                again,
                                                count.perDeal(),
                                                count.path(),
                                                count.parameters()),
                                        deals,
                                        stages))));
    }

    private Optional<Long> dealsAgain(List<Count> stages, CurrentUser user) {
        return passports
                .recount(passports.of(cell(stages), "", user), user)
                .map(again -> again.tally().count());
    }

    private Optional<Long> counted(Count count, Period period, CurrentUser user) {
        return switch (count.stage()) {
            case VISITS -> Optional.of(visits(period));
            case EMAILS, CALLS, MEETINGS -> held(count, period, user);
            case DEALS -> Optional.empty();
        };
    }

    private long visits(Period period) {
        return sql
                .fetch("select day, visits from site_visit where day >= {0}", DSL.val(period.from()))
                .into(Visit.class)
                .stream()
                .filter(visit ->
                        !visit.day().isBefore(period.from()) && !visit.day().isAfter(period.to()))
                .mapToLong(Visit::visits)
                .sum();
    }

    private Optional<Long> held(Count count, Period period, CurrentUser user) {
        var zone = companies.current().timeZone();
        var person = count.parameters().get("person");
        var found = new long[1];
        var few = contacts.each(period.start(zone), period.end(zone), user, contact -> {
            var counts = contact.isHeld()
                    && is(count.stage(), contact)
                    && (person == null || contact.isOf(Long.parseLong(person)));
            found[0] += counts ? 1 : 0;
        });
        return few ? Optional.of(found[0]) : Optional.empty();
    }

    private static boolean is(Stage stage, WrittenContacts.Contact contact) {
        return switch (stage) {
            case EMAILS -> contact.kind().equals("EMAIL") && "OUTGOING".equals(contact.direction());
            case CALLS -> contact.kind().equals("CALL");
            default -> contact.kind().equals("MEETING");
        };
    }
}
