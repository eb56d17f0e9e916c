package io.lijevak.views;

import io.lijevak.mail.Outcome;
import io.lijevak.mail.SendMail;
import io.lijevak.views.EditionLetters.Written;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what is due. A delivery is claimed before its letter is handed over and marked after it: whoever dies between the
 * two leaves one that is sent once more, under the same Message-ID; nothing else is sent twice.
 */
@Component
public class SendEditions {
    private static final Logger LOG = LoggerFactory.getLogger(SendEditions.class);
    private static final int MOST = 200;

    private final SendMail mail;
    private final MakeEditions editions;
    private final Deliveries deliveries;
    private final EditionLetters letters;

    SendEditions(SendMail mail, MakeEditions editions, Deliveries deliveries, EditionLetters letters) {
        this.mail = mail;
        this.editions = editions;
        this.deliveries = deliveries;
        this.letters = letters;
    }

    /** Without a mail server nothing becomes due: once there is one, the latest edition is sent. */
    public void now() {
        if (!mail.settings().areGiven()) {
            return;
        }
        editions.ofWhatIsDue();
        for (var i = 0; i < MOST; i++) {
            var claimed = deliveries.claim();
            if (claimed.isEmpty()) {
                return;
            }
            send(claimed.get());
        }
    }

    /** What goes wrong with one of them must not keep the others. */
    private void send(Deliveries.Claimed one) {
        try {
            switch (letters.write(one, mail.settings())) {
                case Written.LeftOut out -> leaveOut(one, out);
                case Written.Ready ready -> mark(one, mail.send(ready.letter()));
            }
        } catch (RuntimeException stopped) {
            LOG.error("delivery {} was not written", one.id(), stopped);
            deliveries.failed(one, stopped.getClass().getSimpleName());
        }
    }

    /** Whoever is left out for a new reason is told so; without a server that is done later. */
    private void leaveOut(Deliveries.Claimed one, Written.LeftOut out) {
        var notice = out.notice();
        if (notice != null
                && !deliveries.wasLeftOut(one, out.reason())
                && mail.send(notice) instanceof Outcome.Failed failed) {
            deliveries.failed(one, failed.words());
            return;
        }
        deliveries.leftOut(one, out.reason());
    }

    private void mark(Deliveries.Claimed one, Outcome outcome) {
        switch (outcome) {
            case Outcome.Sent sent -> deliveries.sent(one);
            case Outcome.Refused refused -> deliveries.refused(one, refused.words());
            case Outcome.Failed failed -> deliveries.failed(one, failed.words());
        }
    }
}
