package io.lijevak.views;

import io.lijevak.Pdf;
import io.lijevak.PostOffice;
import io.lijevak.World;
import io.lijevak.funnel.DealFacts;
import io.lijevak.funnel.FunnelWorld;
import io.lijevak.funnel.FunnelWorld.Deal;
import io.lijevak.funnel.FunnelWorld.Visit;
import io.lijevak.mail.MailRecord;
import io.lijevak.mail.SendMail;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The administrator Ana and Ivan, who leads sales, both with addresses; plans views, lets them be due, and sends. */
@Component
class MailedViews {
    static final Rhythm MONTHLY = new Rhythm(Rhythm.Kind.MONTHLY, 1, LocalTime.of(7, 0));

    private final World world;
    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final Sending sending;
    private final DealFacts facts;
    private @Nullable CurrentUser ana;
    private @Nullable CurrentUser ivan;

    @Component
    record Keeping(KeepViews views, KeepSchedules schedules, Schedules all) {}

    @Component
    record Sending(MakeEditions editions, Deliveries deliveries, EditionLetters letters, MailRecord record) {}

    MailedViews(World world, JdbcClient jdbc, Keeping keeping, Sending sending, DealFacts facts) {
        this.world = world;
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.sending = sending;
        this.facts = facts;
    }

    void begin() {
        world.reset();
        ana = withAddress("Ana Marušić", Role.ADMINISTRATOR, "ana@galeb.example");
        ivan = withAddress("Ivan Perić", Role.HEAD_OF_SALES, "ivan@galeb.example");
    }

    CurrentUser ana() {
        return Objects.requireNonNull(ana);
    }

    CurrentUser ivan() {
        return Objects.requireNonNull(ivan);
    }

    CurrentUser withAddress(String name, Role role, String email) {
        var person = world.person(name, role);
        jdbc.sql("update person set email = :email where id = :id")
                .param("email", email)
                .param("id", person.value())
                .update();
        return world.user(person);
    }

    long view(String page, Audience audience, CurrentUser owner) {
        return view(page, "view=closed", audience, owner);
    }

    long view(String page, String question, Audience audience, CurrentUser owner) {
        return keeping.views()
                .save(
                        page,
                        Question.of(question),
                        ViewDays.MOVING,
                        new ViewDraft("Petak: čvor", audience, null),
                        owner);
    }

    long planned(long view, CurrentUser... recipients) {
        var people = Set.of(Arrays.stream(recipients).map(CurrentUser::id).toArray(Long[]::new));
        return keeping.schedules().plan(view, new ScheduleDraft(MONTHLY, true, true, people), ana());
    }

    void due(long schedule, String ago) {
        jdbc.sql("update view_schedule set next_due = now() - cast(:ago as interval) where id = :id")
                .param("ago", ago)
                .param("id", schedule)
                .update();
    }

    void send(PostOffice office) {
        var mail = new SendMail(office.settings(), sending.record());
        new SendEditions(mail, sending.editions(), sending.deliveries(), sending.letters()).now();
    }

    List<Delivery> log(long schedule) {
        return keeping.all().log(keeping.all().require(schedule, ana()), ana());
    }

    /** Won five days ago: two of Ana's, one of Ivan's. */
    void threeDeals() {
        var rows = new FunnelWorld(jdbc);
        var stage = rows.stage("Ponuda", 1);
        var type = rows.type("Prodaja", List.of(stage));
        var day = Instant.now().truncatedTo(ChronoUnit.DAYS);
        var amount = new BigDecimal("100.00");
        for (var owner : List.of(ana(), ana(), ivan())) {
            var entered = day.minus(20, ChronoUnit.DAYS);
            var closed = day.minus(5, ChronoUnit.DAYS);
            rows.deal(
                    new Deal(type, stage, "WON", owner.id(), null, null, amount, entered, closed),
                    List.of(new Visit(stage, entered, closed, "WON", amount, amount, entered, closed)));
        }
        facts.rebuild();
    }

    static MimeMessage to(String address, PostOffice office) throws Exception {
        for (var message : office.received()) {
            if (message.getAllRecipients()[0].toString().equals(address)) {
                return message;
            }
        }
        throw new AssertionError("nothing for " + address);
    }

    static String pdf(MimeMessage message) throws Exception {
        return Pdf.text(((MimeMultipart) message.getContent())
                .getBodyPart(1)
                .getInputStream()
                .readAllBytes());
    }

    /** The text of a letter with attachments, which stands beside its HTML. */
    static String text(MimeMessage message) throws Exception {
        var related = (MimeMultipart)
                ((MimeMultipart) message.getContent()).getBodyPart(0).getContent();
        var alternative = (MimeMultipart) related.getBodyPart(0).getContent();
        return String.valueOf(alternative.getBodyPart(0).getContent());
    }
}
