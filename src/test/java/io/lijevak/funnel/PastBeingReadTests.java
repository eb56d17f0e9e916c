package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who asks for a past day whose visits are still being read is told so, and gets the figures when they are there. */
@LijevakTest
class PastBeingReadTests {
    private static final String READING = "id=\"funnel-reading\"";
    private static final LocalDate DAY =
            LocalDate.now(ZoneId.of("Europe/Zagreb")).minusDays(12);
    private static final List<Said> SAID = List.of(
            new Said("en", "The past is being read; the figures come when all of it is there.", "Show again"),
            new Said("hr", "Čita se prošlost; brojke dolaze čim je cijela tu.", "Prikaži ponovno"),
            new Said("ru", "Читается прошлое; цифры появятся, как только оно будет прочитано.", "Показать снова"));

    @Autowired
    World world;

    @Autowired
    MatrixWorld company;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource source;

    @Autowired
    Reader reader;

    private record Said(String language, String words, String again) {}

    @BeforeEach
    void deals() {
        company.found();
    }

    @Test
    void thePageSaysSoInEachLanguageAndAsksAgainUntilTheFiguresAreThere() throws Exception {
        var questions = SAID.stream()
                .map(said -> person(said.language()))
                .map(person -> (Callable<String>) () -> reader.page(asked(DAY), person))
                .toList();
        figures(asked(DAY.minusDays(1)));
        try (var threads = Executors.newFixedThreadPool(1 + SAID.size());
                var busy = source.getConnection();
                var statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("lock table fact_change in access exclusive mode");
            var before = threads.submit(() -> reader.page(
                    asked(DAY.minusDays(1)) + "&owner=" + company.rep().value(), company.head()));
            awaitBlocked(before);

            var pages = threads.invokeAll(questions);

            for (var i = 0; i < SAID.size(); i++) {
                assertThat(pages.get(i).get())
                        .contains(
                                READING, SAID.get(i).words(), ">" + SAID.get(i).again() + "</a>")
                        .containsPattern("hx-get=\"/funnel\\?[^\"]*asOf=" + DAY + "[^\"]*\" hx-trigger=\"every 1s\""
                                + " hx-target=\"#funnel\" hx-select=\"#funnel\" hx-swap=\"outerHTML\"")
                        .doesNotContain("funnel-moment");
            }
            busy.rollback();
            busy.setAutoCommit(true);
            assertThat(before.get()).contains("funnel-moment");
        }
        assertThat(figures(asked(DAY))).contains("funnel-moment", "Contact", ">9</a>");
    }

    private PersonId person(String language) {
        var person = world.person(language, Role.ADMINISTRATOR);
        jdbc.sql("update person set language = ? where id = ?")
                .params(language, person.value())
                .update();
        return person;
    }

    private static String asked(LocalDate day) {
        return "/funnel?view=active&known=then&asOf=" + day;
    }

    /** The other question stands in the middle of following the visits that are held: who asks for others waits. */
    private void awaitBlocked(Future<String> question) {
        while (jdbc.sql("select count(*) from pg_locks where not granted and relation = 'fact_change'::regclass")
                        .query(Long.class)
                        .single()
                == 0) {
            assertThat(question.isDone()).as("answered without the visits").isFalse();
            Thread.onSpinWait();
        }
    }

    /** Asks again as the page does, which waits a while for the answer each time. */
    private String figures(String address) throws Exception {
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < until) {
            var page = company.page(get(address)
                    .header("HX-Request", "true")
                    .header("HX-Trigger", "funnel-reading")
                    .header("HX-Target", "funnel"));
            if (!page.contains(READING)) {
                return page;
            }
        }
        throw new AssertionError("the past is still being read");
    }
}
