package io.lijevak.views.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.lijevak.mail.Letter;
import io.lijevak.mail.MailRecord;
import io.lijevak.mail.MailSettings;
import io.lijevak.platform.Companies;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.TableDownload;
import io.lijevak.platform.web.Ui;
import io.lijevak.platform.web.UiAdvice;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.CurrentUsers;
import io.lijevak.users.People;
import io.lijevak.users.PersonId;
import io.lijevak.views.Deliveries.Claimed;
import io.lijevak.views.Delivery.Reason;
import io.lijevak.views.EditionLetters;
import io.lijevak.views.EditionQuestion;
import io.lijevak.views.Recipients;
import io.lijevak.views.SavedView;
import io.lijevak.views.SavedViews;
import io.lijevak.views.ScheduleRules;
import io.lijevak.views.Schedules;
import io.lijevak.views.ViewPages;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Writes an edition as its recipient would see it: with that person's rights, language and time zone. */
@Component
class WriteEdition implements EditionLetters {
    private static final int LARGEST = 10_000_000;

    private final Readers readers;
    private final Asked asked;
    private final Recipients recipients;
    private final MailRecord addresses;
    private final TemplateEngine templates;

    /** Who reads, and how. */
    @Component
    record Readers(CurrentUsers users, People people, UiAdvice pages, Companies companies) {}

    /** What is asked, and whether that person may. */
    @Component
    record Asked(SavedViews views, ViewPages pages, ScheduleRules rules, Schedules schedules) {}

    WriteEdition(Readers readers, Asked asked, Recipients recipients, MailRecord addresses, TemplateEngine templates) {
        this.readers = readers;
        this.asked = asked;
        this.recipients = recipients;
        this.addresses = addresses;
        this.templates = templates;
    }

    @Override
    public Written write(Claimed delivery, MailSettings settings) {
        var user = readers.users().find(new PersonId(delivery.person())).orElse(null);
        if (user == null) {
            return new Written.LeftOut(Reason.DEACTIVATED, null);
        }
        var email = readers.people().require(user.person()).email();
        var reason = unreachable(delivery, email);
        if (reason != null || email == null) {
            return new Written.LeftOut(reason == null ? Reason.NO_ADDRESS : reason, null);
        }
        var reader = new Reader(readers.pages().of(user), user, email, settings);
        var view = asked.views().find(delivery.view(), user).orElse(null);
        if (view == null) {
            return leftOut(delivery, Reason.NOT_SHARED, null, reader);
        }
        if (!asked.pages().isOpen(view.page(), user) || !asked.rules().maySend(view.page(), user)) {
            return leftOut(delivery, Reason.NO_RIGHT, view, reader);
        }
        try {
            return written(delivery, view, reader);
        } catch (InvalidInput unreadable) {
            return leftOut(delivery, Reason.UNREADABLE, view, reader);
        } catch (AccessDeniedException refused) {
            return leftOut(delivery, Reason.NO_RIGHT, view, reader);
        }
    }

    private Written leftOut(Claimed delivery, Reason reason, @Nullable SavedView view, Reader reader) {
        var notice = new NoticePage(
                reader.ui(),
                reason,
                view == null ? null : view.name(),
                asked.schedules().planner(delivery.schedule()),
                stop(delivery, reader));
        return new Written.LeftOut(
                reason,
                new Letter(
                        reader.email(),
                        notice.subject(),
                        notice.text(),
                        html("views/notice", notice),
                        List.of(),
                        "edition-" + delivery.id(),
                        notice.stop()));
    }

    private String stop(Claimed delivery, Reader reader) {
        return reader.settings().link("/one-click/" + recipients.token(delivery.schedule(), delivery.person()));
    }

    private @Nullable Reason unreachable(Claimed delivery, @Nullable String email) {
        if (delivery.stopped()) {
            return Reason.STOPPED;
        }
        if (email == null) {
            return Reason.NO_ADDRESS;
        }
        return addresses.failing(email).filter(MailRecord.Failing::stopped).isPresent() ? Reason.ADDRESS_STOPPED : null;
    }

    private Written written(Claimed delivery, SavedView view, Reader reader) {
        var due = delivery.dueAt()
                .atZone(readers.companies().current().timeZone())
                .toLocalDate();
        var page = asked.pages().require(view.page(), reader.user());
        var question = EditionQuestion.of(view, page, due);
        var answer = asked.rules()
                .export(view.page())
                .flatMap(export ->
                        export.answering().answer(question.question().parameters(), reader.ui(), reader.user()))
                .orElse(null);
        return answer == null
                ? leftOut(delivery, Reason.NOTHING, view, reader)
                : new Written.Ready(letter(delivery, view, question, answer, reader));
    }

    /** Whom a letter is written to, and where its links lead. */
    private record Reader(Ui ui, CurrentUser user, String email, MailSettings settings) {}

    private Letter letter(Claimed delivery, SavedView view, EditionQuestion question, Export answer, Reader reader) {
        var dated = new Dated(reader.ui(), question.question(), answer.words().at());
        var files = files(delivery, view, dated, answer);
        var stop = stop(delivery, reader);
        var page = new LetterPage(
                reader.ui(),
                answer.words(),
                view.name(),
                dated.words(),
                reader.settings().link(question.address()),
                question.same(),
                delivery.skipped(),
                files.stream()
                        .filter(file -> file.content().length > LARGEST)
                        .map(Letter.Attachment::name)
                        .toList(),
                stop);
        return new Letter(
                reader.email(),
                view.name() + " · " + dated.words(),
                page.text(),
                html("views/letter", page),
                files.stream().filter(file -> file.content().length <= LARGEST).toList(),
                "edition-" + delivery.id(),
                stop);
    }

    private String html(String template, Object page) {
        var html = new StringOutput();
        templates.render(template + ".jte", Map.of("page", page), html);
        return html.toString();
    }

    private List<Letter.Attachment> files(Claimed delivery, SavedView view, Dated dated, Export answer) {
        var name = view.name().replaceAll("[\\s\\\\/:*?\"<>|\\p{Cntrl}]+", " ").strip() + " " + dated.fileName();
        var files = new ArrayList<Letter.Attachment>();
        if (delivery.pdf()) {
            files.add(new Letter.Attachment(name + ".pdf", "application/pdf", answer.pdf(view.name())));
        }
        if (delivery.xlsx()) {
            var sheet = new ByteArrayOutputStream();
            answer.sheet().write(TableDownload.Format.XLSX, sheet);
            files.add(
                    new Letter.Attachment(name + ".xlsx", TableDownload.Format.XLSX.mediaType(), sheet.toByteArray()));
        }
        return files;
    }
}
