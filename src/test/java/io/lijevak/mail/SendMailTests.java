package io.lijevak.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.PostOffice;
import io.lijevak.World;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Letters over a real connection to a mail server. */
@LijevakTest
class SendMailTests {
    @Autowired
    World world;

    @Autowired
    MailRecord record;

    @BeforeEach
    void begin() {
        world.reset();
    }

    private static Letter to(String address) {
        return new Letter(
                address,
                "Lijevak prodaje: čćšđž, воронка",
                "Šest",
                "<p>Šest</p>",
                List.of(new Letter.Attachment(
                        "Stanje č.pdf", "application/pdf", "%PDF".getBytes(StandardCharsets.UTF_8))),
                "edition-7-8",
                "https://crm.galeb.example/one-click/abc");
    }

    @Test
    void aLetterArrivesWithBothTextsItsFileAndAWayToStop() throws Exception {
        try (var office = new PostOffice()) {
            var outcome = new SendMail(office.settings(), record).send(to("ana@galeb.example"));

            assertThat(outcome).isEqualTo(new Outcome.Sent());
            assertThat(office.received()).hasSize(1);
            var letter = office.received().getFirst();
            assertThat(letter.getSubject()).isEqualTo("Lijevak prodaje: čćšđž, воронка");
            assertThat(letter.getFrom()[0]).hasToString("Galeb <crm@galeb.example>");
            assertThat(letter.getMessageID()).isEqualTo("<edition-7-8@galeb.example>");
            assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
            assertThat(letter.getHeader("List-Unsubscribe"))
                    .containsExactly("<https://crm.galeb.example/one-click/abc>");
            var parts = (MimeMultipart) letter.getContent();
            assertThat(parts.getCount()).isEqualTo(2);
            assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
            assertThat(record.last().orElseThrow().words()).isNull();
        }
    }

    @Test
    void anAddressThatIsRefusedIsRememberedWithTheWordsOfTheServerUntilOneLetterArrives() {
        try (var office = new PostOffice()) {
            office.refuse("gone@galeb.example");
            var mail = new SendMail(office.settings(), record);

            assertThat(mail.send(to("gone@galeb.example"))).isInstanceOf(Outcome.Refused.class);
            mail.send(to("gone@galeb.example"));

            var failing = record.failing("Gone@galeb.example").orElseThrow();
            assertThat(failing.words()).contains("550 5.1.1 No mailbox gone@galeb.example");
            assertThat(failing.stopped()).isFalse();
            mail.send(to("gone@galeb.example"));
            assertThat(record.failing("gone@galeb.example").orElseThrow().stopped())
                    .isTrue();
            assertThat(record.last().orElseThrow().words())
                    .as("the server itself works")
                    .isNull();
            office.accept("gone@galeb.example");
            mail.send(to("gone@galeb.example"));
            assertThat(record.failing("gone@galeb.example")).isEmpty();
        }
    }

    @Test
    void aServerThatIsDownIsNoRefusal() {
        var office = new PostOffice();
        office.close();

        assertThat(new SendMail(office.settings(), record).send(to("ana@galeb.example")))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(record.failing("ana@galeb.example")).isEmpty();
        assertThat(record.last().orElseThrow().words()).contains("localhost");
    }
}
