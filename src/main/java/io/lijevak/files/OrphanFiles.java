package io.lijevak.files;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Contents in the store that no row names, a day after they came. */
@Component
class OrphanFiles {
    private static final Duration GRACE = Duration.ofDays(1);
    private final JdbcClient jdbc;
    private final FileStore store;
    private final ReceivedFiles received;
    private final Contents contents;
    private final Clock clock;

    OrphanFiles(JdbcClient jdbc, FileStore store, ReceivedFiles received, Contents contents, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.received = received;
        this.contents = contents;
        this.clock = clock;
    }

    /** The number of contents removed. */
    @Transactional
    int remove() {
        var before = clock.instant().minus(GRACE);
        contents.holdAlone();
        received.forget(before);
        store.sweep(before);
        var orphans = unnamed(store.olderThan(before));
        orphans.forEach(store::delete);
        return orphans.size();
    }

    private List<String> unnamed(List<String> hashes) {
        return jdbc.sql("""
                select hash from unnest(:hashes::text[]) stored (hash)
                where not exists (select from attachment a where a.hash = stored.hash)
                  and not exists (select from received_file r where r.hash = stored.hash)""")
                .param("hashes", hashes.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
