package io.lijevak.files;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Texts that the program makes up itself, many at once, such as the documents of the demo company. */
@Component
public class MadeContents {
    public static final String MEDIA_TYPE = MediaTypes.TEXT;

    private final Contents contents;
    private final FileStore store;

    MadeContents(Contents contents, FileStore store) {
        this.contents = contents;
        this.store = store;
    }

    /** A text, and when it is to have come. */
    public record Text(String text, Instant at) {}

    /** A content that is kept; the size is in bytes. */
    public record Made(String hash, int size) {}

    /** Keeps texts, in their order; the caller writes the rows that name them, in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Made> keep(List<Text> texts) {
        contents.holdShared();
        return texts.stream()
                .map(text -> {
                    var bytes = text.text().getBytes(StandardCharsets.UTF_8);
                    return new Made(store.put(bytes, text.at()), bytes.length);
                })
                .toList();
    }
}
