package io.lijevak.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.deals.DealFilter;
import io.lijevak.deals.DealFilter.AsOf;
import io.lijevak.deals.DealList;
import io.lijevak.platform.web.PageLink;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.PersonId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A second count, row by row in memory, tells the same of every number of the overview. */
@LijevakTest
class OverviewPassportOracleTests {
    private static final Pattern PASSPORT = Pattern.compile("href=\"(/overview/passport\\?[^\"]+)\"");

    @Autowired
    OverviewWorld company;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reader reader;

    @Autowired
    ShowOverview overviews;

    @Autowired
    ShowOverviewPassport passports;

    @Autowired
    ReadWritten written;

    @Autowired
    RecountOverview recounts;

    @Autowired
    DealList list;

    private final Set<OverviewInclusion.Out> reached = EnumSet.noneOf(OverviewInclusion.Out.class);

    @BeforeEach
    void deals() {
        company.found();
    }

    /** Of now and of past days: what statements count, what the lists have, and what is decided in memory, deal by deal. */
    @Test
    void threeReadingsAgreeOnEveryNumberAndOnWhyADealIsNotInIt() throws Exception {
        lives();
        var told = new TreeSet<String>();
        readings(null, company.ana(), told);
        readings(null, company.people().getLast(), told);
        assertThat(told)
                .contains("changed", "changedSum", "changedDifference", "stuck", "stuckSum", "coming")
                .contains("comingPotential", "comingExpected", "meetings", "overdueOfAll", "late", "silent")
                .contains("unplanned", "overdue", "weekAgo");
        for (var asOf : List.of(
                new AsOf(company.today().minusDays(3), false),
                new AsOf(company.today().minusDays(9), false),
                new AsOf(company.today().minusDays(3), true))) {
            told.clear();
            readings(asOf, company.ana(), told);
            assertThat(told).contains("changed", "changedSum", "changedDifference", "stuck", "coming", "late");
        }
        assertThat(reached).containsExactlyInAnyOrder(OverviewInclusion.Out.values());
    }

    private void readings(@Nullable AsOf asOf, PersonId viewer, Set<String> told) throws Exception {
        var user = world.user(viewer);
        var overview = overviews.of(asOf, user);
        var ledger = recounts.of(overview, user);
        var moment = recounts.moment(overview);
        var read = new ArrayList<WrittenDeal>();
        written.deals(moment, user, read::add);
        var links = PASSPORT.matcher(reader.page("/overview?numbers=passport" + of(asOf), viewer));
        while (links.find()) {
            var address = PageLink.of(links.group(1).replace("&amp;", "&"));
            assertThat(address.value("asOf"))
                    .isEqualTo(asOf == null ? "" : asOf.day().toString());
            var number = OverviewNumber.read(address.value("number"));
            var of = address.value("of");
            var again = passports.of(overview, number, of, user).against(OverviewReckoning.of(ledger, number, of));
            assertThat(again.equal()).as("%s: %s", address, again.told()).isTrue();
            told.add(number.word());
            if (number.isOfDeals() && !number.word().matches(".*(Sum|Potential|Expected).*")) {
                excluded(
                        passports.members(overview, number, of, user).orElseThrow(),
                        read,
                        deal -> new OverviewInclusion(moment).of(number, of, deal),
                        user);
            }
        }
    }

    private void excluded(
            ShowOverviewPassport.Members members,
            List<WrittenDeal> read,
            Function<WrittenDeal, OverviewInclusion.@Nullable Out> decide,
            CurrentUser user) {
        var decided = read.stream()
                .map(deal -> Optional.ofNullable(decide.apply(deal)))
                .collect(Collectors.groupingBy(why -> why, Collectors.counting()));
        assertThat(members.in()).isEqualTo(decided.getOrDefault(Optional.empty(), 0L));
        for (var left : members.out()) {
            var why = OverviewInclusion.Out.valueOf(
                    left.why().toUpperCase(Locale.ROOT).replace('-', '_'));
            if (why != OverviewInclusion.Out.NOT_YET) {
                assertThat(left.deals()).as(left.key()).isEqualTo(decided.get(Optional.of(why)));
            }
            if (reached.add(why) || left.asOf() != null && company.random().nextInt(4) == 0) {
                var parameters = new HashMap<>(
                        left.asOf() == null ? Map.of() : left.asOf().parameters());
                parameters.put(ShowOverviewPassport.EXCLUDED, left.key());
                assertThat(list.totals(DealFilter.of(parameters), user).count())
                        .as(left.key())
                        .isEqualTo(left.deals());
            }
        }
        assertThat(members.out().stream()
                        .filter(left -> !left.why().equals("not-yet"))
                        .count())
                .isEqualTo(decided.keySet().stream().filter(Optional::isPresent).count());
    }

    private static String of(@Nullable AsOf asOf) {
        return asOf == null ? "" : "&asOf=" + asOf.day() + "&known=" + (asOf.then() ? "then" : "now");
    }

    /** Deals go from stage to stage within norms and past them, and change their values. */
    private void lives() {
        var other = company.id("insert into stage (name, position) values ('Talk', 2) returning id");
        jdbc.sql("update deal_type_step set norm_days = 2").update();
        jdbc.sql(
                        "insert into deal_type_step (deal_type_id, steps_version, position, stage_id, probability) values (?, 1, 1, ?, 80)")
                .params(company.type(), other)
                .update();
        jdbc.sql("""
                insert into deal_type_step (deal_type_id, steps_version, position, stage_id, probability, norm_days)
                values (?, 2, 0, ?, 50, 6)""").params(company.type(), company.stage()).update();
        jdbc.sql("update deal set created_at = coalesce(opened_at, now() - interval '5 days')")
                .update();
        jdbc.sql("update deal set outcome = 'OPEN', closed_at = null where id in (select deal_id from stage_visit)")
                .update();
        for (var deal : jdbc.sql("""
                        select id, outcome, cast(date_part('day', :now - closed_at) as int) as closed from deal
                        where id not in (select deal_id from stage_visit) order by id""")
                .param("now", OverviewWorld.NOW.atOffset(ZoneOffset.UTC))
                .query(Deal.class)
                .list()) {
            life(deal, other);
        }
    }

    private record Deal(long id, String outcome, @Nullable Integer closed) {}

    private void life(Deal of, long other) {
        var deal = of.id();
        var closed = of.closed();
        if (closed != null) {
            visit(
                    deal,
                    1,
                    company.stage(),
                    closed + 2 + company.random().nextInt(5),
                    closed + 1,
                    company.random().nextBoolean() ? "RETURNED" : "ADVANCED");
            visit(
                    deal,
                    2,
                    company.random().nextBoolean() ? company.stage() : other,
                    company.random().nextBoolean() ? null : closed + 1,
                    closed,
                    of.outcome());
            return;
        }
        var entered = 6 + company.random().nextInt(14);
        var left = entered - 1 - company.random().nextInt(4);
        switch (company.random().nextInt(4)) {
            case 0 -> visit(deal, 1, company.stage(), entered, null, "OPEN");
            case 1 -> {
                visit(deal, 1, company.stage(), entered, left, "ADVANCED");
                visit(deal, 2, other, left, null, "OPEN");
            }
            case 2 -> visit(deal, 1, company.stage(), null, null, "OPEN");
            default -> {
                jdbc.sql("update deal set amount = amount + 7, expected_close = ? where id = ?")
                        .params(company.today().plusDays(company.random().nextInt(90) - 30), deal)
                        .update();
                jdbc.sql("update deal_past set known_until = ? where deal_id = ? and known_from < ?")
                        .params(OverviewWorld.ago(2 + company.random().nextInt(3)), deal, OverviewWorld.ago(6))
                        .update();
            }
        }
    }

    private void visit(long deal, int seq, long at, @Nullable Integer entered, @Nullable Integer left, String outcome) {
        jdbc.sql("""
                insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, left_at, outcome, cause,
                  recorded_at, left_recorded_at) values (?, ?, ?, ?, ?, ?, ?, 'MOVED', ?, ?)""")
                .params(
                        deal,
                        seq,
                        1 + company.random().nextInt(2),
                        at,
                        entered == null ? null : OverviewWorld.ago(entered),
                        left == null ? null : OverviewWorld.ago(left),
                        outcome,
                        OverviewWorld.ago(entered == null ? 12 : entered),
                        left == null ? null : OverviewWorld.ago(left))
                .update();
    }
}
