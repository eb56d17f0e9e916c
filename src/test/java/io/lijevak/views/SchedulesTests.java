package io.lijevak.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.Pdf;
import io.lijevak.PostOffice;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.funnel.DealFacts;
import io.lijevak.funnel.FunnelWorld;
import io.lijevak.funnel.FunnelWorld.Deal;
import io.lijevak.funnel.FunnelWorld.Visit;
import io.lijevak.mail.MailRecord;
import io.lijevak.mail.SendMail;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** Views that are sent by mail, over a real connection: as what, to whom, how often, and what becomes of it. */
@LijevakTest
class SchedulesTests {
    private static final Rhythm DAILY = new Rhythm(Rhythm.Kind.MONTHLY, 1, LocalTime.of(7, 0));

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KeepViews views;

    @Autowired
    KeepSchedules keep;

    @Autowired
    Schedules schedules;

    @Autowired
    MakeEditions editions;

    @Autowired
    Deliveries deliveries;

    @Autowired
    EditionLetters letters;

    @Autowired
    MailRecord record;

    @Autowired
    DealFacts facts;

    @Autowired
    Reader reader;

    @Autowired
    MockMvc mvc;

    private CurrentUser ana;
    private CurrentUser ivan;

    @BeforeEach
    void begin() {
        world.reset();
        ana = withAddress("Ana Marušić", Role.ADMINISTRATOR, "ana@galeb.example");
        ivan = withAddress("Ivan Perić", Role.HEAD_OF_SALES, "ivan@galeb.example");
    }

    private CurrentUser withAddress(String name, Role role, String email) {
        var person = world.person(name, role);
        jdbc.sql("update person set email = :email where id = :id")
                .param("email", email)
                .param("id", person.value())
                .update();
        return world.user(person);
    }

    private long view(String page, Audience audience, CurrentUser owner) {
        return views.save(
                page, Question.of("view=closed"), ViewDays.MOVING, new ViewDraft("Petak: čvor", audience, null), owner);
    }

    private long planned(long view, CurrentUser... recipients) {
        var people =
                Set.of(java.util.Arrays.stream(recipients).map(CurrentUser::id).toArray(Long[]::new));
        return keep.plan(view, new ScheduleDraft(DAILY, true, true, people), ana);
    }

    private void due(long schedule, String ago) {
        jdbc.sql("update view_schedule set next_due = now() - cast(:ago as interval) where id = :id")
                .param("ago", ago)
                .param("id", schedule)
                .update();
    }

    private void send(PostOffice office) {
        new SendEditions(new SendMail(office.settings(), record), editions, deliveries, letters).now();
    }

    private List<Delivery> log(long schedule) {
        return schedules.log(schedules.require(schedule, ana), ana);
    }

    private void threeDeals() {
        var rows = new FunnelWorld(jdbc);
        var stage = rows.stage("Ponuda", 1);
        var type = rows.type("Prodaja", List.of(stage));
        var day = Instant.now().truncatedTo(ChronoUnit.DAYS);
        var amount = new BigDecimal("100.00");
        for (var owner : List.of(ana, ana, ivan)) {
            var entered = day.minus(20, ChronoUnit.DAYS);
            var closed = day.minus(5, ChronoUnit.DAYS);
            rows.deal(
                    new Deal(type, stage, "WON", owner.id(), null, null, amount, entered, closed),
                    List.of(new Visit(stage, entered, closed, "WON", amount, amount, entered, closed)));
        }
        facts.rebuild();
    }

    @Test
    void eachIsSentOnceWhatTheOwnRightsShowAndTheLinkShowsTheSameNumbers() throws Exception {
        threeDeals();
        jdbc.sql("update role_right set scope = 'OWN' where role = 'HEAD_OF_SALES' and resource = 'FUNNEL'")
                .update();
        var schedule = planned(view("/funnel", Audience.ALL, ana), ana, ivan);
        due(schedule, "1 minute");
        try (var office = new PostOffice()) {
            send(office);
            send(office);

            assertThat(office.received()).hasSize(2);
            assertThat(pdf(to("ana@galeb.example", office))).contains("Petak: čvor", "Of 3 deals closed");
            assertThat(pdf(to("ivan@galeb.example", office)))
                    .contains("Of 1 deal closed")
                    .doesNotContain("Of 3");
            var letter = (MimeMultipart) to("ana@galeb.example", office).getContent();
            assertThat(letter.getCount()).isEqualTo(3);
            assertThat(letter.getBodyPart(2).getFileName())
                    .startsWith("Petak čvor 20")
                    .endsWith(".xlsx");
            var link = Pattern.compile("https://crm\\.galeb\\.example(/funnel\\S+asOf=\\S+)")
                    .matcher(text(to("ana@galeb.example", office)));
            assertThat(link.find()).isTrue();
            var page = reader.page(link.group(1), ana.person());
            var figures = Pattern.compile("(?s)<tbody>(.*?)</tbody>").matcher(page);
            assertThat(figures.find()).isTrue();
            assertThat(List.of(pdf(to("ana@galeb.example", office)).split(" ")))
                    .containsAll(Pdf.rows(figures.group(1)).stream()
                            .flatMap(row -> java.util.stream.Stream.of(row.split(" ")))
                            .toList());
        }
        assertThat(log(schedule)).extracting(Delivery::state).containsOnly(Delivery.State.SENT);
    }

    @Test
    void whoMayNotSeeItIsLeftOutWithTheReason() {
        var gone = withAddress("Gost", Role.HEAD_OF_SALES, "gost@galeb.example");
        var rep = withAddress("Rep", Role.SALES_REP, "rep@galeb.example");
        var view = view("/deals", Audience.ALL, ana);
        var schedule = planned(view, ana, ivan, gone, rep);
        jdbc.sql("delete from role_right where role = 'SALES_REP' and resource = 'DEAL' and action = 'EXPORT'")
                .update();
        jdbc.sql("update person set deactivated_at = now() where id = :id")
                .param("id", gone.id())
                .update();
        views.change(view, 0, new ViewDraft("Petak", Audience.OWNER, null), ana);
        jdbc.sql("update saved_view set audience = 'TEAM', team_id = :team")
                .param("team", world.team("Sjever"))
                .update();
        jdbc.sql("update person set team_id = (select id from team) where id = any(:ids)")
                .param("ids", new Long[] {rep.id()})
                .update();
        due(schedule, "1 minute");
        try (var office = new PostOffice()) {
            send(office);

            assertThat(office.received()).hasSize(1);
        }
        assertThat(log(schedule))
                .extracting(Delivery::name, Delivery::state, Delivery::reason)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Ana Marušić", Delivery.State.SENT, null),
                        org.assertj.core.groups.Tuple.tuple(
                                "Ivan Perić", Delivery.State.LEFT_OUT, Delivery.Reason.NOT_SHARED),
                        org.assertj.core.groups.Tuple.tuple(
                                "Gost", Delivery.State.LEFT_OUT, Delivery.Reason.DEACTIVATED),
                        org.assertj.core.groups.Tuple.tuple("Rep", Delivery.State.LEFT_OUT, Delivery.Reason.NO_RIGHT));
    }

    @Test
    void anAddressThatRefusesIsToldInTheWordsOfTheServerAndStoppedAfterThree() throws Exception {
        var schedule = planned(view("/deals", Audience.ALL, ana), ana, ivan);
        try (var office = new PostOffice()) {
            office.refuse("ivan@galeb.example");
            for (var edition = 4; edition > 0; edition--) {
                due(schedule, edition + " hours");
                send(office);
            }

            assertThat(log(schedule).stream().filter(one -> one.person() == ivan.id()))
                    .extracting(Delivery::state)
                    .containsExactly(
                            Delivery.State.LEFT_OUT,
                            Delivery.State.REFUSED,
                            Delivery.State.REFUSED,
                            Delivery.State.REFUSED);
            assertThat(reader.page("/schedules/" + schedule, ana.person()))
                    .contains("550 5.1.1 No mailbox ivan@galeb.example", "three times in a row");
            assertThat(reader.page("/views", ana.person())).contains("did not reach everybody");
            office.accept("ivan@galeb.example");
            deliveries.again(
                    schedule,
                    log(schedule).stream()
                            .filter(one -> one.person() == ivan.id())
                            .findFirst()
                            .orElseThrow()
                            .id(),
                    ana);
            send(office);
            assertThat(to("ivan@galeb.example", office)).isNotNull();
        }
    }

    @Test
    void aServerThatIsDownIsTriedAgainAfterAPause() {
        var schedule = planned(view("/deals", Audience.OWNER, ana), ana);
        due(schedule, "1 minute");
        var office = new PostOffice();
        office.close();

        send(office);
        send(office);

        var waiting = log(schedule).getFirst();
        assertThat(waiting.state()).isEqualTo(Delivery.State.WAITING);
        assertThat(waiting.attempts()).isEqualTo(1);
        assertThat(waiting.words()).contains("localhost");
        assertThat(waiting.nextTry()).isAfter(Instant.now().plusSeconds(40));
        try (var later = office.reopened()) {
            jdbc.sql("update view_delivery set next_try = now()").update();
            send(later);
            assertThat(later.received()).hasSize(1);
        }
        assertThat(log(schedule).getFirst().state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void whatWasClaimedBeforeACrashIsSentOnceWhenItsTimeIsOver() throws Exception {
        var schedule = planned(view("/deals", Audience.OWNER, ana), ana);
        due(schedule, "1 minute");
        editions.ofWhatIsDue();
        var claimed = deliveries.claim();
        assertThat(claimed).isPresent();
        assertThat(deliveries.claim()).as("taken").isEmpty();
        try (var office = new PostOffice()) {
            send(office);
            assertThat(office.received()).isEmpty();

            jdbc.sql("update view_delivery set claimed_at = now() - interval '11 minutes'")
                    .update();
            send(office);
            send(office);
            deliveries.failed(claimed.get(), "a late word of who had died");

            assertThat(office.received()).hasSize(1);
            assertThat(office.received().getFirst().getMessageID())
                    .isEqualTo("<edition-" + claimed.get().id() + "@galeb.example>");
        }
        assertThat(log(schedule).getFirst().state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void afterALongPauseOnlyTheLatestEditionIsSentAndSaysSo() throws Exception {
        var schedule = planned(view("/deals", Audience.OWNER, ana), ana);
        due(schedule, "70 days");
        try (var office = new PostOffice()) {
            send(office);

            assertThat(office.received()).hasSize(1);
            assertThat(text(office.received().getFirst())).containsPattern("editions? before this one");
        }
        assertThat(log(schedule).getFirst().skipped()).isBetween(2, 3);
    }

    @Test
    void theLetterStopsByOnePressWithoutSigningIn() throws Exception {
        var schedule = planned(view("/deals", Audience.OWNER, ana), ana);
        due(schedule, "1 hour");
        try (var office = new PostOffice()) {
            send(office);
            var stop = office.received()
                    .getFirst()
                    .getHeader("List-Unsubscribe")[0]
                    .replaceAll("[<>]|https://[^/]*", "");
            mvc.perform(get(stop)).andExpect(status().isOk());
            assertThat(schedules.require(schedule, ana).recipients())
                    .as("looking stops nothing")
                    .isEqualTo(1);

            mvc.perform(post(stop)
                            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                            .content("List-Unsubscribe=One-Click"))
                    .andExpect(status().isOk());
            mvc.perform(post("/one-click/guessed")).andExpect(status().isNotFound());

            due(schedule, "1 minute");
            send(office);
            assertThat(office.received()).hasSize(1);
        }
    }

    @Test
    void onlyWhoSharesAViewSendsItToOthers() {
        var alone = view("/deals", Audience.OWNER, ana);
        var shared = view("/customers", Audience.ALL, ana);

        assertThatThrownBy(() -> planned(alone, ana, ivan))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("recipients");
        var forIvan = new ScheduleDraft(DAILY, true, false, Set.of(ivan.id()));
        assertThat(keep.plan(shared, forIvan, ivan)).isPositive();
        assertThatThrownBy(() -> keep.plan(shared, new ScheduleDraft(DAILY, true, false, Set.of(ana.id())), ivan))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> keep.plan(shared, new ScheduleDraft(DAILY, false, false, Set.of(ana.id())), ana))
                .hasMessageContaining("format");
        var tasks = views.save("/tasks", Question.of(""), ViewDays.MOVING, new ViewDraft("T", Audience.ALL, null), ana);
        assertThatThrownBy(() -> planned(tasks, ana)).isInstanceOf(AccessDeniedException.class);
        var hers = planned(shared, ana);
        assertThatThrownBy(() -> keep.rest(hers, ivan)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void pagesAndApiPlanPauseAndShow() throws Exception {
        var view = view("/deals", Audience.ALL, ana);
        assertThat(reader.page("/views/" + view + "/schedules/new", ana.person()))
                .contains("LIJEVAK_MAIL_HOST", "Ivan Perić");
        var planned = mvc.perform(post("/api/v1/views/" + view + "/schedules")
                        .with(world.bearer(ana.person()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"rhythm": "WEEKLY", "day": 5, "at": "16:30", "xlsx": true, "recipients": [%d]}""".formatted(ivan.id())))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(planned).contains("\"at\":\"16:30\"", "\"pdf\":false");
        var id = schedules.all(ana).getFirst().id();

        assertThat(reader.page("/schedules", ivan.person())).contains("Petak: čvor", "Weekly, Friday, 16:30");
        keep.rest(id, ana);
        assertThat(reader.json("/api/v1/schedules/" + id, ana.person())
                        .get("nextDue")
                        .isNull())
                .isTrue();
        keep.resume(id, ana);
        var next = schedules.require(id, ana).nextDue();
        assertThat(next).isAfter(Instant.now());
        assertThat(reader.page("/schedules/" + id + "/edit", ana.person())).contains("16:30");
    }

    private static MimeMessage to(String address, PostOffice office) throws Exception {
        for (var message : office.received()) {
            if (message.getAllRecipients()[0].toString().equals(address)) {
                return message;
            }
        }
        throw new AssertionError("nothing for " + address);
    }

    private static String pdf(MimeMessage message) throws Exception {
        return Pdf.text(((MimeMultipart) message.getContent())
                .getBodyPart(1)
                .getInputStream()
                .readAllBytes());
    }

    /** The text of a letter with attachments, which stands beside its HTML. */
    private static String text(MimeMessage message) throws Exception {
        var related = (MimeMultipart)
                ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
        var alternative = (MimeMultipart) related.getBodyPart(0).getContent();
        return String.valueOf(alternative.getBodyPart(0).getContent());
    }
}
