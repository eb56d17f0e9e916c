package io.lijevak.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of a record.
 *
 * @param name as its sender called it, cleaned; nothing is looked up by it
 * @param mediaType what the content is, whatever the name says
 */
public record Attachment(
        FileId id,
        FileSubject subject,
        FileKind kind,
        String name,
        String mediaType,
        long size,
        String hash,
        @Nullable String by,
        Instant at,
        boolean archived) {}
