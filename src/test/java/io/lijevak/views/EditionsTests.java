package io.lijevak.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.Pdf;
import io.lijevak.PostOffice;
import io.lijevak.Reader;
import io.lijevak.platform.web.Formats;
import jakarta.mail.internet.MimeMultipart;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the letter tells of a view that is sent by mail, over a real connection. */
@LijevakTest
class EditionsTests {
    @Autowired
    MailedViews mails;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KeepViews views;

    @Autowired
    SavedViews all;

    @Autowired
    Reader reader;

    @BeforeEach
    void begin() {
        mails.begin();
    }

    @Test
    void eachIsSentOnceWhatTheOwnRightsShowAndTheLinkShowsTheSameNumbers() throws Exception {
        mails.threeDeals();
        jdbc.sql("update role_right set scope = 'OWN' where role = 'HEAD_OF_SALES' and resource = 'FUNNEL'")
                .update();
        var schedule = mails.planned(mails.view("/funnel", Audience.ALL, mails.ana()), mails.ana(), mails.ivan());
        mails.due(schedule, "1 minute");
        try (var office = new PostOffice()) {
            mails.send(office);
            mails.send(office);

            assertThat(office.received()).hasSize(2);
            assertThat(MailedViews.pdf(MailedViews.to("ana@galeb.example", office)))
                    .contains("Petak: čvor", "Of 3 deals closed");
            assertThat(MailedViews.pdf(MailedViews.to("ivan@galeb.example", office)))
                    .contains("Of 1 deal closed")
                    .doesNotContain("Of 3");
            var letter =
                    (MimeMultipart) MailedViews.to("ana@galeb.example", office).getContent();
            assertThat(letter.getCount()).isEqualTo(3);
            assertThat(letter.getBodyPart(2).getFileName())
                    .startsWith("Petak čvor 20")
                    .endsWith(".xlsx");
            var link = Pattern.compile("https://crm\\.galeb\\.example(/funnel\\S+asOf=\\S+)")
                    .matcher(MailedViews.text(MailedViews.to("ana@galeb.example", office)));
            assertThat(link.find()).isTrue();
            var page = reader.page(link.group(1), mails.ana().person());
            var figures = Pattern.compile("(?s)<tbody>(.*?)</tbody>").matcher(page);
            assertThat(figures.find()).isTrue();
            assertThat(List.of(MailedViews.pdf(MailedViews.to("ana@galeb.example", office))
                            .split(" ")))
                    .containsAll(Pdf.rows(figures.group(1)).stream()
                            .flatMap(row -> Stream.of(row.split(" ")))
                            .toList());
        }
        assertThat(mails.log(schedule)).extracting(Delivery::state).containsOnly(Delivery.State.SENT);
    }

    @Test
    void afterALongPauseOnlyTheLatestEditionIsSentAndSaysSo() throws Exception {
        var schedule = mails.planned(mails.view("/deals", Audience.OWNER, mails.ana()), mails.ana());
        mails.due(schedule, "70 days");
        try (var office = new PostOffice()) {
            mails.send(office);

            assertThat(office.received()).hasSize(1);
            assertThat(MailedViews.text(office.received().getFirst())).containsPattern("editions? before this one");
        }
        assertThat(mails.log(schedule).getFirst().skipped()).isBetween(2, 3);
    }

    @Test
    void aPastDayIsSentAsItWasAndMovingDaysTellTheirs() throws Exception {
        mails.threeDeals();
        var today = LocalDate.now(ZoneId.of("Europe/Zagreb"));
        var kept = mails.view(
                "/reports/people",
                "from=" + today.minusDays(30) + "&to=" + today + "&asOf=" + today.minusDays(6),
                Audience.ALL,
                mails.ana());
        var moving = views.save(
                "/reports/people",
                Question.of(""),
                ViewDays.MOVING,
                new ViewDraft("Liga", Audience.ALL, null),
                mails.ana());
        try (var office = new PostOffice()) {
            for (var view : List.of(kept, moving)) {
                mails.due(mails.planned(view, view == kept ? mails.ana() : mails.ivan()), "1 minute");
            }
            mails.send(office);

            var was = MailedViews.to("ana@galeb.example", office);
            assertThat(was.getSubject().replace('\u00a0', ' '))
                    .contains("Petak: čvor", dated(today.minusDays(5)), "(Europe/Zagreb)");
            assertThat(MailedViews.pdf(was)).contains(dated(today.minusDays(6)), "As known now");
            assertThat(MailedViews.pdf(was)).as("nothing was won by then").doesNotContain("200");
            var is = MailedViews.to("ivan@galeb.example", office);
            var attached = (MimeMultipart) is.getContent();
            assertThat(is.getSubject().replace('\u00a0', ' ')).contains("Liga", dated(today) + " 00:00");
            assertThat(MailedViews.text(is)
                            .replace('\u00a0', ' ')
                            .lines()
                            .skip(1)
                            .findFirst()
                            .orElseThrow())
                    .contains(dated(today) + " 00:00 (Europe/Zagreb)", " – ");
            assertThat(attached.getBodyPart(1).getFileName()).contains("Liga", today + " 0000 Europe-Zagreb.pdf");
            assertThat(MailedViews.pdf(is)).contains("As known then", dated(today.minusDays(1)));
            var link = Pattern.compile("https://crm\\.galeb\\.example(/reports/people\\S+)")
                    .matcher(MailedViews.text(is));
            assertThat(link.find()).isTrue();
            var page = Pdf.rows(reader.page(link.group(1), mails.ivan().person()));
            assertThat(List.of(MailedViews.pdf(is).split(" ")))
                    .containsAll(page.stream()
                            .flatMap(row -> Stream.of(row.split(" ")))
                            .toList());
        }
        assertThat(all.require(kept, mails.ana()).days()).isEqualTo(ViewDays.FIXED);
    }

    @Test
    void aConditionThatIsGoneIsToldFirst() throws Exception {
        mails.threeDeals();
        var view = mails.view("/funnel", Audience.ALL, mails.ana());
        jdbc.sql("update saved_view set query = query || '&where.property.gone=5'")
                .update();
        mails.due(mails.planned(view, mails.ana()), "1 minute");
        try (var office = new PostOffice()) {
            mails.send(office);

            var letter = MailedViews.to("ana@galeb.example", office);
            assertThat(MailedViews.text(letter)).contains("Some filters cannot be used and were left out:");
            assertThat(MailedViews.pdf(letter)).contains("Some filters cannot be used", "Of 3 deals closed");
        }
    }

    private static String dated(LocalDate day) {
        return new Formats(Locale.of("hr", "HR"), ZoneId.of("Europe/Zagreb"))
                .date(day)
                .replace('\u00a0', ' ');
    }
}
