package io.lijevak.overview;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import io.lijevak.deals.DealSelection;
import io.lijevak.deals.DealsOfDay;
import io.lijevak.platform.Companies;
import io.lijevak.platform.web.Texts;
import io.lijevak.users.CurrentUser;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The deals behind a number of the overview that no filter of the list means. */
@Component
class OverviewDeals implements DealSelection {
    private final DealsOfDay days;
    private final Companies companies;
    private final Clock clock;
    private final Texts texts;

    OverviewDeals(DealsOfDay days, Companies companies, Clock clock, Texts texts) {
        this.days = days;
        this.companies = companies;
        this.clock = clock;
        this.texts = texts;
    }

    @Override
    public String parameter() {
        return "overview";
    }

    @Override
    public Condition select(String key, Field<Long> dealId, CurrentUser user) {
        return OverviewKey.read(key)
                .map(read -> switch (read) {
                    case OverviewKey.Coming coming ->
                        condition(
                                "{0} in (select d.id from {2} where d.outcome = 'OPEN' and {1})",
                                dealId, expected(coming), days.of(coming.asOf(), true));
                    case OverviewKey.Returned returned ->
                        condition(
                                "{0} in (select v.deal_id from {3} where v.outcome = 'RETURNED'"
                                        + " and v.left_at >= {1} and v.left_at < {2})",
                                dealId,
                                start(returned.from()),
                                start(returned.to().plusDays(1)),
                                days.visits(returned.asOf()));
                })
                .orElse(DSL.falseCondition());
    }

    @Override
    public String words(String key, CurrentUser user) {
        return OverviewKey.read(key)
                .map(read -> switch (read) {
                    case OverviewKey.Coming coming ->
                        coming.part().matches("\\d.*")
                                ? texts.get(user.language(), "overview.selected.month", coming.part())
                                : texts.get(user.language(), "overview.coming." + coming.part());
                    case OverviewKey.Returned returned ->
                        texts.get(user.language(), "overview.selected.returned", returned.from(), returned.to());
                })
                .orElse(key);
    }

    private Condition expected(OverviewKey.Coming coming) {
        var asOf = coming.asOf();
        var today = asOf == null ? companies.current().today(clock) : asOf.day();
        return switch (coming.part()) {
            case "none" -> condition("d.expected_close is null");
            case "past" -> condition("d.expected_close < {0}", val(today));
            case "later" -> condition("d.expected_close >= {0}", val(OverviewKey.later(today)));
            default -> {
                var month = YearMonth.parse(coming.part());
                yield condition(
                        "d.expected_close >= {0} and d.expected_close >= {1} and d.expected_close < {2}",
                        val(today), val(month.atDay(1)), val(month.plusMonths(1).atDay(1)));
            }
        };
    }

    private Field<OffsetDateTime> start(LocalDate day) {
        return val(day.atStartOfDay(companies.current().timeZone()).toOffsetDateTime());
    }
}
