package io.lijevak.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.deals.DealFilter;
import io.lijevak.deals.DealFilter.AsOf;
import io.lijevak.deals.DealList;
import io.lijevak.platform.Companies;
import io.lijevak.platform.web.PageLink;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
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

/** Every number of the overview has a passport, and a second count, row by row in memory, tells the same. */
@LijevakTest
class OverviewPassportTests {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Pattern PASSPORT = Pattern.compile("href=\"(/overview/passport\\?[^\"]+)\"");

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
    Companies companies;

    @Autowired
    ReadWritten written;

    @Autowired
    RecountOverview recounts;

    @Autowired
    DealList list;

    @Autowired
    Clock clock;

    private final Random random = new Random(20261128);
    private final Set<OverviewInclusion.Out> reached = EnumSet.noneOf(OverviewInclusion.Out.class);
    private List<PersonId> people;
    private PersonId ana;
    private LocalDate today;
    private long stage;
    private long type;

    @BeforeEach
    void deals() {
        world.reset();
        ana = world.person("Ana Marušić", Role.ADMINISTRATOR);
        people = List.of(ana, world.person("Ivo Barić", Role.SALES_REP));
        today = companies.current().today(clock);
        stage = id("insert into stage (name, position) values ('Offer', 1) returning id");
        type = id("insert into deal_type (name, mode) values ('Sale', 'MANUAL') returning id");
        jdbc.sql(
                        "insert into deal_type_step (deal_type_id, steps_version, position, stage_id, probability) values (?, 1, 0, ?, 37)")
                .params(type, stage)
                .update();
        for (var i = 0; i < 90; i++) {
            var deal = deal();
            if (random.nextInt(4) == 0) {
                sentBack(deal, random.nextInt(16));
            }
        }
        for (var i = 0; i < 12; i++) {
            task(people.get(random.nextInt(2)), random.nextInt(6) - 3);
            meeting(random.nextInt(4) - 1, random.nextBoolean());
        }
    }

    @Test
    void aFalsifiedNumberIsSaidToDiffer() {
        var user = world.user(ana);
        var honest = overviews.of(null, user);
        var won = honest.weeks().last(WeekChanges.Change.WON);
        var weeks = new WeekChanges.Weeks(
                Map.of(WeekChanges.Change.WON, new Amount(won.deals(), won.sum().add(BigDecimal.ONE))),
                honest.weeks().before());
        var open = Objects.requireNonNull(honest.open());
        var falsified = new Overview(
                honest.today(),
                honest.at(),
                null,
                honest.stuck(),
                honest.coming(),
                weeks,
                new Overview.Open(open.endOfWeek(), open.meetings(), open.allMeetings() + 1, open.team()),
                List.of());

        assertThat(again(falsified, OverviewNumber.CHANGED_SUM, "won")).isFalse();
        assertThat(again(falsified, OverviewNumber.MEETINGS, "")).isFalse();
        assertThat(again(honest, OverviewNumber.CHANGED_SUM, "won")).isTrue();
    }

    private boolean again(Overview overview, OverviewNumber number, String of) {
        return passports
                .recount(overview, number, of, world.user(ana))
                .orElseThrow()
                .equal();
    }

    /** Of now and of past days: what statements count, what the lists have, and what is decided in memory, deal by deal. */
    @Test
    void threeReadingsAgreeOnEveryNumberAndOnWhyADealIsNotInIt() throws Exception {
        lives();
        var told = new TreeSet<String>();
        readings(null, ana, told);
        readings(null, people.getLast(), told);
        assertThat(told)
                .contains("changed", "changedSum", "changedDifference", "stuck", "stuckSum", "coming")
                .contains("comingPotential", "comingExpected", "meetings", "overdueOfAll", "late", "silent")
                .contains("unplanned", "overdue", "weekAgo");
        for (var asOf : List.of(
                new AsOf(today.minusDays(3), false),
                new AsOf(today.minusDays(9), false),
                new AsOf(today.minusDays(3), true))) {
            told.clear();
            readings(asOf, ana, told);
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
            if (reached.add(why) || left.asOf() != null && random.nextInt(4) == 0) {
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
        var other = id("insert into stage (name, position) values ('Talk', 2) returning id");
        jdbc.sql("update deal_type_step set norm_days = 2").update();
        jdbc.sql(
                        "insert into deal_type_step (deal_type_id, steps_version, position, stage_id, probability) values (?, 1, 1, ?, 80)")
                .params(type, other)
                .update();
        jdbc.sql("""
                insert into deal_type_step (deal_type_id, steps_version, position, stage_id, probability, norm_days)
                values (?, 2, 0, ?, 50, 6)""").params(type, stage).update();
        jdbc.sql("update deal set created_at = coalesce(opened_at, now() - interval '5 days')")
                .update();
        jdbc.sql("update deal set outcome = 'OPEN', closed_at = null where id in (select deal_id from stage_visit)")
                .update();
        for (var deal : jdbc.sql("""
                        select id, outcome, cast(date_part('day', :now - closed_at) as int) as closed from deal
                        where id not in (select deal_id from stage_visit) order by id""")
                .param("now", NOW.atOffset(ZoneOffset.UTC))
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
                    stage,
                    closed + 2 + random.nextInt(5),
                    closed + 1,
                    random.nextBoolean() ? "RETURNED" : "ADVANCED");
            visit(
                    deal,
                    2,
                    random.nextBoolean() ? stage : other,
                    random.nextBoolean() ? null : closed + 1,
                    closed,
                    of.outcome());
            return;
        }
        var entered = 6 + random.nextInt(14);
        var left = entered - 1 - random.nextInt(4);
        switch (random.nextInt(4)) {
            case 0 -> visit(deal, 1, stage, entered, null, "OPEN");
            case 1 -> {
                visit(deal, 1, stage, entered, left, "ADVANCED");
                visit(deal, 2, other, left, null, "OPEN");
            }
            case 2 -> visit(deal, 1, stage, null, null, "OPEN");
            default -> {
                jdbc.sql("update deal set amount = amount + 7, expected_close = ? where id = ?")
                        .params(today.plusDays(random.nextInt(90) - 30), deal)
                        .update();
                jdbc.sql("update deal_past set known_until = ? where deal_id = ? and known_from < ?")
                        .params(ago(2 + random.nextInt(3)), deal, ago(6))
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
                        1 + random.nextInt(2),
                        at,
                        entered == null ? null : ago(entered),
                        left == null ? null : ago(left),
                        outcome,
                        ago(entered == null ? 12 : entered),
                        left == null ? null : ago(left))
                .update();
    }

    @Test
    void thePassportSaysWhichDealsAreNotInItAndWhyOneIsNot() throws Exception {
        var won = id("select min(id) from deal where outcome = 'WON'");

        var page = reader.page("/overview/passport?number=stuck&recount=true&deal=" + won, ana);

        assertThat(page).contains("it is not, because it is closed", "Not in it: is closed", "Equal");
        assertThat(page).contains("/deals?outcome=open&amp;mark=late", "/deals?notInOverview=stuck%3A%3Aclosed");
        assertThat(reader.page("/deals?notInOverview=stuck%3A%3Aclosed", ana))
                .contains("Not in: Deals past the norm of their stage, because it is closed");
    }

    @Test
    void aRepIsToldNothingOfDealsOutOfReach() throws Exception {
        var others = id("select min(id) from deal where responsible_id = " + ana);

        assertThat(reader.page("/overview/passport?number=stuck&deal=" + others, people.getLast()))
                .contains("There is no such deal among those you may see");
        var all = reader.json("/api/v1/overview/passport?number=stuck&recount=true", people.getLast());
        assertThat(all.at("/recount/equal").asBoolean()).isTrue();
        assertThat(all.at("/value").asLong())
                .isEqualTo(reader.json("/api/v1/overview", people.getLast())
                        .at("/stuck/all/deals")
                        .asLong());
    }

    private long deal() {
        var outcome = List.of("OPEN", "OPEN", "WON", "LOST").get(random.nextInt(4));
        var closed = random.nextInt(18);
        return id(
                """
                insert into deal (title, search_text, type_id, steps_version, stage_id, outcome, responsible_id, amount,
                  currency, rate, expected_close, stage_due_at, silent_from, next_step_at, opened_at, closed_at, created_at)
                values ('Deal', 'deal', ?, 1, ?, ?, ?, ?, 'EUR', 1, ?, ?, ?, ?, ?, ?, now()) returning id""",
                type,
                stage,
                outcome,
                people.get(random.nextInt(2)).value(),
                new BigDecimal(random.nextInt(100_000)).movePointLeft(2),
                random.nextInt(4) == 0 ? null : today.plusDays(random.nextInt(300) - 40),
                random.nextBoolean() ? null : ago(random.nextInt(6) - 3),
                random.nextBoolean() ? null : ago(random.nextInt(6) - 3),
                random.nextBoolean() ? null : ago(-1),
                random.nextInt(9) == 0 ? null : ago(closed + random.nextInt(3)),
                outcome.equals("OPEN") ? null : ago(closed));
    }

    private void sentBack(long deal, int ago) {
        jdbc.sql("""
                insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, left_at, outcome, cause,
                  recorded_at, left_recorded_at) values (?, 1, 1, ?, ?, ?, 'RETURNED', 'IMPORTED', ?, ?)""")
                .params(deal, stage, ago(ago + 1), ago(ago), ago(ago + 1), ago(ago))
                .update();
    }

    private void task(PersonId executor, int ago) {
        jdbc.sql("""
                insert into task (kind, title, search_text, author_id, executor_id, due_at, promised_at, state)
                values ('MANUAL', 'Ring', 'ring', ?, ?, ?, ?, 'OPEN')""")
                .params(executor.value(), executor.value(), ago(ago), ago(ago))
                .update();
    }

    private void meeting(int ago, boolean important) {
        jdbc.sql("""
                insert into interaction (kind, state, at, state_at, subject, search_text, importance, responsible_id,
                  created_at) values ('MEETING', 'PLANNED', ?, ?, 'Talk', 'talk', ?, ?, ?)""")
                .params(ago(ago), ago(2), important ? "HIGH" : "NORMAL", ana.value(), ago(2))
                .update();
    }

    private long id(String sql, @Nullable Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    private static OffsetDateTime ago(int days) {
        return NOW.minus(days, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC);
    }
}
