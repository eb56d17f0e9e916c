package io.lijevak.deals;

import io.lijevak.files.FileId;
import io.lijevak.files.FileKind;
import io.lijevak.platform.Named;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of a deal as the row of a list.
 *
 * @param at when it was added
 * @param size bytes
 * @param by who added it; null where nobody is known
 * @param customer the deal's
 */
public record DealDocument(
        FileId id,
        FileKind kind,
        String name,
        Instant at,
        long size,
        @Nullable String by,
        Named deal,
        @Nullable Named customer) {}
