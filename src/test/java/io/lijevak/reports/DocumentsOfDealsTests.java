package io.lijevak.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.files.FileKind;
import io.lijevak.funnel.DealFacts;
import io.lijevak.reports.ReportWorld.Visit;
import io.lijevak.users.PersonId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The documents of deals: their list, and their numbers by kind in the funnel, against random files. */
@LijevakTest
class DocumentsOfDealsTests {
    private static final Pattern NUMBER =
            Pattern.compile("href=\"(/deals/documents\\?[^\"]+)\"[^>]*>\\s*(\\d+)\\s*</a>");

    private final Random dice = new Random(20261128);

    @Autowired
    World world;

    @Autowired
    ReportWorld rows;

    @Autowired
    Reader reader;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Autowired
    MockMvc mvc;

    private final List<Document> documents = new ArrayList<>();
    private PersonId chief;
    private PersonId ivan;
    private long type;
    private long stage;

    private record Document(long id, FileKind kind, long deal, long rep, int daysAgo, String name) {}

    @BeforeEach
    void deals() {
        rows.found();
        chief = rows.ana();
        ivan = rows.ivan();
        stage = rows.stage("Contact", 1);
        var last = rows.stage("Offer", 2);
        type = rows.type("Sale", List.of(stage, last));
        var galeb = rows.customer("Galeb", ivan.value());
        documents.clear();
        for (var i = 0; i < 12; i++) {
            var rep = i % 3 == 0 ? rows.mia() : ivan;
            var deal = rows.deal(
                    type,
                    rep.value(),
                    galeb,
                    new BigDecimal("100.00"),
                    20,
                    i % 2 == 0
                            ? List.of(new Visit(stage, rep.value(), "LOST"))
                            : List.of(new Visit(stage, rep.value(), "ADVANCED"), new Visit(last, rep.value(), "WON")));
            for (var file = dice.nextInt(9); file > 0; file--) {
                attach(deal, rep);
            }
        }
        attach("customer", galeb, FileKind.OFFER, 3, false);
        facts.rebuild();
    }

    @Test
    void theListHasTheFilesOfDealsByKindAndDayAndPage() throws Exception {
        var asked = LocalDate.now().minusDays(15);
        expect("", ivan, one -> one.rep() == ivan.value());
        expect("", chief, one -> true);
        for (var kind : FileKind.values()) {
            expect("kind=" + kind.word(), chief, one -> one.kind() == kind);
        }
        expect("kind=offer&until=" + asked, chief, one -> one.kind() == FileKind.OFFER && one.daysAgo() >= 15);
        expect("since=" + asked, chief, one -> one.daysAgo() <= 15);
        expect("outcome=won&responsible=" + ivan, chief, one -> one.rep() == ivan.value() && isWon(one));
        expect("q=ponuda 7", chief, one -> one.name().contains("Ponuda 7"));
        mvc.perform(get("/api/v1/deals/documents?kind=letter").with(world.bearer(chief)))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("kind"));
        var page = reader.page("/deals/documents?kind=delivery-note", chief);
        assertThat(page).contains("Delivery note <small>" + count(FileKind.DELIVERY_NOTE));
        assertThat(exported(rows.petra()))
                .isEqualTo(of(one -> one.rep() == ivan.value()).size());
        mvc.perform(get("/deals/documents/export.csv").with(world.signedInAs(ivan)))
                .andExpect(status().isForbidden());
    }

    @Test
    void everyNumberOfTheFunnelOpensAListOfAsManyDocuments() throws Exception {
        for (var viewer : List.of(chief, ivan)) {
            for (var past : List.of("", "&asOf=" + LocalDate.now().minusDays(8) + "&rule=cohort")) {
                var numbers = NUMBER.matcher(reader.page("/funnel/events?view=closed" + past, viewer));
                var found = 0;
                for (; numbers.find(); found++) {
                    var href = numbers.group(1).replace("&amp;", "&");
                    assertThat(listed(href, viewer)).as(href).hasSize(Integer.parseInt(numbers.group(2)));
                }
                assertThat(found).isGreaterThan(5);
            }
        }
    }

    @Test
    void matrixAndPassportCountWhatWasAddedUpToTheDay() throws Exception {
        var day = LocalDate.now().minusDays(8);
        var then = of(one -> one.kind() == FileKind.OFFER && one.daysAgo() >= 8).size();
        assertThat(then).isBetween(1, (int) count(FileKind.OFFER) - 1);
        mvc.perform(get("/api/v1/funnel/matrix?view=closed&rows=none&columns=none&measures=events-document-offer")
                        .with(world.bearer(chief)))
                .andExpect(
                        jsonPath("$.cells[0].measures['events-document-offer']").value(count(FileKind.OFFER)));
        mvc.perform(get("/api/v1/funnel/passport")
                        .param("cell", "view:closed,rule:cohort,figure:entered,dealType:" + type + ",asOf:" + day)
                        .param("measure", "events-document-offer")
                        .param("recount", "true")
                        .with(world.bearer(chief)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.told.value").value(then))
                .andExpect(jsonPath("$.recount.value").value(then));
    }

    private void expect(String question, PersonId viewer, Predicate<Document> right) throws Exception {
        assertThat(listed("/deals/documents?" + question, viewer))
                .as(question)
                .isEqualTo(of(right).stream()
                        .sorted(Comparator.comparing(Document::daysAgo)
                                .thenComparing(
                                        Comparator.comparing(Document::id).reversed()))
                        .map(Document::id)
                        .toList());
    }

    private List<Document> of(Predicate<Document> right) {
        return documents.stream().filter(right).toList();
    }

    private long count(FileKind kind) {
        return of(one -> one.kind() == kind).size();
    }

    private boolean isWon(Document one) {
        return jdbc.sql("select outcome = 'WON' from deal where id = ?")
                .param(one.deal())
                .query(Boolean.class)
                .single();
    }

    /** Page by page. */
    private List<Long> listed(String address, PersonId viewer) throws Exception {
        var ids = new ArrayList<Long>();
        @Nullable String next = "";
        while (next != null) {
            var answer =
                    reader.json("/api/v1" + address + "&limit=7" + (next.isEmpty() ? "" : "&next=" + next), viewer);
            answer.get("items").forEach(item -> ids.add(item.get("id").asLong()));
            next = answer.get("next").isNull() ? null : answer.get("next").asString();
        }
        return ids;
    }

    private long exported(PersonId viewer) throws Exception {
        return mvc.perform(get("/deals/documents/export.csv").with(world.signedInAs(viewer)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8)
                        .strip()
                        .lines()
                        .count()
                - 1;
    }

    private void attach(long deal, PersonId rep) {
        var kind = FileKind.values()[dice.nextInt(FileKind.values().length)];
        var archived = dice.nextInt(4) == 0;
        var daysAgo = 1 + dice.nextInt(28);
        var id = attach("deal", deal, kind, daysAgo, archived);
        if (!archived) {
            documents.add(new Document(id, kind, deal, rep.value(), daysAgo, name(kind, daysAgo)));
        }
    }

    private static String name(FileKind kind, int daysAgo) {
        return (kind == FileKind.OFFER ? "Ponuda " : "File ") + daysAgo + ".pdf";
    }

    private long attach(String subject, long record, FileKind kind, int daysAgo, boolean archived) {
        var at =
                ReportWorld.at(ReportWorld.TODAY.minus(daysAgo, ChronoUnit.DAYS).plus(10, ChronoUnit.HOURS));
        return jdbc.sql("""
                insert into attachment (subject_kind, subject_id, kind, name, media_type, size, hash, attached_by, attached_at,
                  archived_at)
                values (?, ?, ?, ?, 'application/pdf', 1, repeat('a', 64), ?, ?, ?) returning id""")
                .params(subject, record, kind.name(), name(kind, daysAgo), chief.value(), at, archived ? at : null)
                .query(Long.class)
                .single();
    }
}
