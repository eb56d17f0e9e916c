package io.lijevak.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person, as text and as HTML.
 *
 * @param key tells it from all others: sent twice, both bear the same Message-ID
 * @param stop address that ends further mail of the kind by one press; null where there is none
 */
public record Letter(
        String to,
        String subject,
        String text,
        String html,
        List<Attachment> attachments,
        String key,
        @Nullable String stop) {
    /** A file that comes along. */
    public record Attachment(String name, String mediaType, byte[] content) {}
}
