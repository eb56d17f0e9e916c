package io.lijevak.views;

import io.lijevak.mail.Letter;
import io.lijevak.mail.MailSettings;
import org.jspecify.annotations.Nullable;

/** Port: writes an edition for one person, with that person's rights; implemented where pages are answered. */
public interface EditionLetters {
    /** A letter, or why there is none. */
    sealed interface Written {
        record Ready(Letter letter) implements Written {}

        /** The notice tells the person so, once; null where nobody can be told, or it is the own wish. */
        record LeftOut(Delivery.Reason reason, @Nullable Letter notice) implements Written {}
    }

    /** The settings say where its links lead. */
    Written write(Deliveries.Claimed delivery, MailSettings settings);
}
