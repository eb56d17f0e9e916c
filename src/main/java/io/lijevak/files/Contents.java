package io.lijevak.files;

import io.lijevak.platform.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes contents in: checks size and type, and keeps the clean-up away until the row that names them is committed. */
@Component
class Contents {
    private static final String SHARED = "select pg_advisory_xact_lock_shared(hashtext(current_schema() || ' files'))";
    private static final String ALONE = "select pg_advisory_xact_lock(hashtext(current_schema() || ' files'))";
    private final JdbcClient jdbc;
    private final FileStore store;

    Contents(JdbcClient jdbc, FileStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /** A content that is kept. */
    record Kept(String name, String mediaType, long size, String hash) {}

    @Transactional(propagation = Propagation.MANDATORY)
    Kept keep(Incoming file) {
        var size = size(file.content());
        if (size == 0) {
            throw InvalidInput.at("file", "files.error.empty");
        }
        if (size > AttachFile.BYTES) {
            throw AttachFile.tooBig();
        }
        var type = MediaTypes.of(file.content());
        if (type.equals(MediaTypes.PROGRAM)) {
            throw InvalidInput.at("file", "files.error.program");
        }
        holdShared();
        return new Kept(FileName.clean(file.name()), type, size, store.put(file.content()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void holdShared() {
        lock(SHARED);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void holdAlone() {
        lock(ALONE);
    }

    private void lock(String statement) {
        jdbc.sql(statement).query().singleRow();
    }

    private static long size(Path content) {
        try {
            return Files.size(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
