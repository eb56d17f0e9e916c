package io.lijevak.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.PostOffice;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.users.Role;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Who gets a view that is sent by mail, who does not and why, over a real connection. */
@LijevakTest
class DeliveriesTests {
    @Autowired
    MailedViews mails;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KeepViews views;

    @Autowired
    Schedules schedules;

    @Autowired
    MakeEditions editions;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Reader reader;

    @Autowired
    MockMvc mvc;

    @BeforeEach
    void begin() {
        mails.begin();
    }

    @Test
    void whoMayNotSeeItIsLeftOutWithTheReasonAndIsToldOnce() throws Exception {
        var gone = mails.withAddress("Gost", Role.HEAD_OF_SALES, "gost@galeb.example");
        var rep = mails.withAddress("Rep", Role.SALES_REP, "rep@galeb.example");
        var view = mails.view("/deals", Audience.ALL, mails.ana());
        var schedule = mails.planned(view, mails.ana(), mails.ivan(), gone, rep);
        jdbc.sql("delete from role_right where role = 'SALES_REP' and resource = 'DEAL' and action = 'EXPORT'")
                .update();
        jdbc.sql("update person set deactivated_at = now() where id = :id")
                .param("id", gone.id())
                .update();
        views.change(view, 0, new ViewDraft("Petak", Audience.OWNER, null), mails.ana());
        jdbc.sql("update saved_view set audience = 'TEAM', team_id = :team")
                .param("team", world.team("Sjever"))
                .update();
        jdbc.sql("update person set team_id = (select id from team) where id = any(:ids)")
                .param("ids", new Long[] {rep.id()})
                .update();
        mails.due(schedule, "1 minute");
        try (var office = new PostOffice()) {
            mails.send(office);

            assertThat(office.received()).hasSize(3);
            assertThat(MailedViews.to("rep@galeb.example", office).getSubject()).isEqualTo("Not sent: Petak");
            assertThat(MailedViews.to("ivan@galeb.example", office).getSubject())
                    .as("the name is not theirs any more")
                    .isEqualTo("Not sent: what Ana Marušić planned for you");
            var log = mails.log(schedule);
            mails.due(schedule, "1 second");
            mails.send(office);

            assertThat(office.received()).as("told once").hasSize(4);
            assertThat(mails.log(schedule)).hasSize(2 * log.size());
            assertReasons(log);
        }
    }

    private static void assertReasons(List<Delivery> log) {
        assertThat(log)
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
        var schedule = mails.planned(mails.view("/deals", Audience.ALL, mails.ana()), mails.ana(), mails.ivan());
        try (var office = new PostOffice()) {
            office.refuse("ivan@galeb.example");
            for (var edition = 4; edition > 0; edition--) {
                mails.due(schedule, edition + " hours");
                mails.send(office);
            }

            assertThat(mails.log(schedule).stream()
                            .filter(one -> one.person() == mails.ivan().id()))
                    .extracting(Delivery::state)
                    .containsExactly(
                            Delivery.State.LEFT_OUT,
                            Delivery.State.REFUSED,
                            Delivery.State.REFUSED,
                            Delivery.State.REFUSED);
            assertThat(reader.page("/schedules/" + schedule, mails.ana().person()))
                    .contains("550 5.1.1 No mailbox ivan@galeb.example", "three times in a row");
            assertThat(reader.page("/views", mails.ana().person())).contains("did not reach everybody");
            office.accept("ivan@galeb.example");
            deliveries.again(
                    schedule,
                    mails.log(schedule).stream()
                            .filter(one -> one.person() == mails.ivan().id())
                            .findFirst()
                            .orElseThrow()
                            .id(),
                    mails.ana());
            mails.send(office);
            assertThat(MailedViews.to("ivan@galeb.example", office)).isNotNull();
        }
    }

    @Test
    void aServerThatIsDownIsTriedAgainAfterAPause() {
        var schedule = mails.planned(mails.view("/deals", Audience.OWNER, mails.ana()), mails.ana());
        mails.due(schedule, "1 minute");
        var office = new PostOffice();
        office.close();

        mails.send(office);
        mails.send(office);

        var waiting = mails.log(schedule).getFirst();
        assertThat(waiting.state()).isEqualTo(Delivery.State.WAITING);
        assertThat(waiting.attempts()).isEqualTo(1);
        assertThat(waiting.words()).contains("localhost");
        assertThat(waiting.nextTry()).isAfter(Instant.now().plusSeconds(40));
        try (var later = office.reopened()) {
            jdbc.sql("update view_delivery set next_try = now()").update();
            mails.send(later);
            assertThat(later.received()).hasSize(1);
        }
        assertThat(mails.log(schedule).getFirst().state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void whatWasClaimedBeforeACrashIsSentOnceWhenItsTimeIsOver() throws Exception {
        var schedule = mails.planned(mails.view("/deals", Audience.OWNER, mails.ana()), mails.ana());
        mails.due(schedule, "1 minute");
        editions.ofWhatIsDue();
        var claimed = deliveries.claim();
        assertThat(claimed).isPresent();
        assertThat(deliveries.claim()).as("taken").isEmpty();
        try (var office = new PostOffice()) {
            mails.send(office);
            assertThat(office.received()).isEmpty();

            jdbc.sql("update view_delivery set claimed_at = now() - interval '11 minutes'")
                    .update();
            mails.send(office);
            mails.send(office);
            deliveries.failed(claimed.get(), "a late word of who had died");

            assertThat(office.received()).hasSize(1);
            assertThat(office.received().getFirst().getMessageID())
                    .isEqualTo("<edition-" + claimed.get().id() + "@galeb.example>");
        }
        assertThat(mails.log(schedule).getFirst().state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void theLetterStopsByOnePressWithoutSigningIn() throws Exception {
        var schedule = mails.planned(mails.view("/deals", Audience.OWNER, mails.ana()), mails.ana());
        mails.due(schedule, "1 hour");
        try (var office = new PostOffice()) {
            mails.send(office);
            var stop = office.received()
                    .getFirst()
                    .getHeader("List-Unsubscribe")[0]
                    .replaceAll("[<>]|https://[^/]*", "");
            mvc.perform(get(stop)).andExpect(status().isOk());
            assertThat(schedules.require(schedule, mails.ana()).recipients())
                    .as("looking stops nothing")
                    .isEqualTo(1);

            mvc.perform(post(stop)
                            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                            .content("List-Unsubscribe=One-Click"))
                    .andExpect(status().isOk());
            mvc.perform(post("/one-click/guessed")).andExpect(status().isNotFound());

            mails.due(schedule, "1 minute");
            mails.send(office);
            assertThat(office.received()).hasSize(1);
        }
    }

    @Test
    void aLetterThatCameBackLaterStopsItsAddressByOnePress() throws Exception {
        var schedule = mails.planned(mails.view("/deals", Audience.ALL, mails.ana()), mails.ivan());
        mails.due(schedule, "2 hours");
        try (var office = new PostOffice()) {
            mails.send(office);
            var back = "/schedules/" + schedule + "/deliveries/"
                    + mails.log(schedule).getFirst().id() + "/return";
            mvc.perform(post(back).with(world.signedInAs(mails.ivan().person())))
                    .andExpect(status().isForbidden());
            mvc.perform(post(back).with(world.signedInAs(mails.ana().person()))).andExpect(status().is3xxRedirection());
            mails.due(schedule, "1 minute");
            mails.send(office);

            assertThat(office.received()).hasSize(1);
        }
        assertThat(mails.log(schedule))
                .extracting(Delivery::reason, Delivery::words)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Delivery.Reason.ADDRESS_STOPPED, null),
                        org.assertj.core.groups.Tuple.tuple(null, "Came back as undeliverable, as Ana Marušić says"));
    }
}
