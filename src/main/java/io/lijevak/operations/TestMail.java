package io.lijevak.operations;

import io.lijevak.mail.Letter;
import io.lijevak.mail.Outcome;
import io.lijevak.mail.SendMail;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.web.Texts;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.People;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sends the administrator a letter that tells nothing but that letters arrive. */
@Component
public class TestMail {
    private final SendMail mail;
    private final People people;
    private final Texts texts;

    TestMail(SendMail mail, People people, Texts texts) {
        this.mail = mail;
        this.people = people;
        this.texts = texts;
    }

    /** Whether there is a server to try. */
    public boolean isPossible() {
        return mail.settings().areGiven();
    }

    /** What became of it; a conflict without a server, or without an address of one's own. */
    public Outcome to(CurrentUser user) {
        user.require(Resource.SYSTEM, Action.EDIT);
        var address = people.require(user.person()).email();
        if (!isPossible() || address == null) {
            throw new Conflict(isPossible() ? "operations.mail.noAddress" : "operations.mail.notSet");
        }
        var language = user.language();
        var text = texts.get(language, "operations.mail.text", mail.settings().site());
        return mail.send(new Letter(
                address,
                texts.get(language, "operations.mail.subject"),
                text,
                "<p>" + text + "</p>",
                List.of(),
                "test-" + UUID.randomUUID(),
                null));
    }
}
