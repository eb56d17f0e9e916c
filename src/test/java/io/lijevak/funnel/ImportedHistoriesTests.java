package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.LedgerInvariants;
import io.lijevak.imports.ImportKind;
import io.lijevak.imports.Importer;
import io.lijevak.platform.Period;
import io.lijevak.users.Role;
import io.lijevak.users.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files whose dates run forwards, backwards and into the future leave a ledger and a funnel that agree. */
@LijevakTest
class ImportedHistoriesTests {
    private static final ZoneId ZONE = ZoneId.of("Europe/Zagreb");
    private static final LocalDate FIRST_DAY = LocalDate.now(ZONE).minusDays(200);
    private static final int DEALS = 300;
    private static final int QUESTIONS = 60;

    @Autowired
    World world;

    @Autowired
    Importer importer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Autowired
    CountInDatabase database;

    @Autowired
    ReadFunnelReferences references;

    @TempDir
    Path folder;

    private final Random random = new Random(20261123);

    @Test
    void leaveALedgerWithoutContradictionAndAFunnelThatEqualsIt() throws IOException {
        world.reset();
        var user = world.user(Role.ADMINISTRATOR);
        for (var round = 1; round <= 3; round++) {
            var done = importer.run(ImportKind.DEALS, file(round), user);

            var progress = done.progress();
            assertThat(progress.created() + progress.updated() + progress.skipped() + progress.failed())
                    .isEqualTo(DEALS);
            assertThat(new LedgerInvariants(jdbc).broken()).isEmpty();
            assertThat(contradictions()).isEmpty();
            assertThat(facts.differing()).isEmpty();
        }
        assertThat(jdbc.sql("select count(distinct outcome) from deal")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        askTheFunnel();
    }

    /** Deals that say another thing than their ledger. */
    private List<Long> contradictions() {
        return jdbc.sql("""
                select d.id from deal d
                cross join lateral (
                  select min(coalesce(entered_at, left_at)) as known_from, max(coalesce(left_at, entered_at)) as known_until
                  from stage_visit where deal_id = d.id) v
                cross join lateral (
                  select left_at from stage_visit where deal_id = d.id order by seq desc limit 1) last
                where d.closed_at is distinct from last.left_at or d.opened_at > v.known_from
                  or d.closed_at < v.known_until or v.known_until > now()
                  or d.outcome <> 'LOST' and (d.loss_reason_id is not null or d.competitor_id is not null)""").query(Long.class).list();
    }

    private void askTheFunnel() {
        var naive = new NaiveFunnel(jdbc);
        var known = references.read();
        var now = Instant.now();
        var everything = FunnelWorld.reach(Scope.ALL, 0, Set.of());
        var type = known.type(jdbc.sql("select min(type_id) from deal")
                        .query(Long.class)
                        .single())
                .orElseThrow();
        for (var i = 0; i < QUESTIONS; i++) {
            var from = FIRST_DAY.plusDays(random.nextInt(150));
            var query = new FunnelQuery(
                    FunnelView.CLOSED,
                    type.id(),
                    new Period(from, from.plusDays(random.nextInt(100))),
                    PeriodRule.values()[i % PeriodRule.values().length],
                    random.nextBoolean() ? null : FIRST_DAY.plusDays(random.nextInt(200)),
                    PotentialMoment.CURRENT,
                    Counting.RAW,
                    FunnelFilter.NONE);
            var funnel = FunnelWorld.counted(database, Selection.of(query, type, ZONE, now, everything), known);

            assertThat(FunnelOracleTests.answer(funnel))
                    .as("%s", query)
                    .isEqualTo(naive.answer(query, type, ZONE, now, deal -> true));
        }
    }

    /** The same deals further on, some of their dates missing, earlier than before, out of order or still to come. */
    private Path file(int round) throws IOException {
        var text = new StringBuilder(
                "id;naziv;faza;iznos;ishod;razlog gubitka;konkurent;otvoreno;datum Ponuda;zaključeno\n");
        for (var deal = 1; deal <= DEALS; deal++) {
            var stage = List.of("Upit", "Ponuda", "Ugovor").get(random.nextInt(3));
            var outcome = List.of("otvoren", "dobiven", "izgubljen").get(random.nextInt(4) / 2 + random.nextInt(2));
            text.append(deal)
                    .append(";Posao ")
                    .append(deal)
                    .append(';')
                    .append(stage)
                    .append(';');
            text.append(random.nextInt(10_000))
                    .append(',')
                    .append(random.nextInt(1_000))
                    .append(';');
            text.append(outcome)
                    .append(";Cijena;Suparnik ")
                    .append(random.nextInt(4))
                    .append(';');
            text.append(date(round)).append(';').append(date(round)).append(';');
            text.append(date(round + 1)).append('\n');
        }
        return Files.writeString(folder.resolve("povijest.csv"), text);
    }

    private String date(int round) {
        if (random.nextInt(3) == 0) {
            return "";
        }
        return FIRST_DAY.plusDays(random.nextInt(50) + 45L * (round - 1)).toString();
    }
}
