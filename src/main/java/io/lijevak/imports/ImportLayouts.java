package io.lijevak.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Remembers the mapping of each set of columns, so that the next file of the same shape needs no click. */
@Component
class ImportLayouts {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportLayouts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void remember(Import source) {
        var columns =
                source.settings().columns().stream().map(SourceColumn::source).toList();
        jdbc.sql("""
                insert into import_layout (kind, header_hash, mapping)
                values (:kind, :hash, cast(:mapping as jsonb))
                on conflict (kind, header_hash) do update set mapping = excluded.mapping, used_at = now()""")
                .param("kind", source.kind().name())
                .param("hash", hash(columns))
                .param("mapping", json.writeValueAsString(source.settings().mapping()))
                .update();
    }

    Optional<Mapping> find(ImportKind kind, List<String> columns) {
        return jdbc.sql("select mapping from import_layout where kind = :kind and header_hash = :hash")
                .param("kind", kind.name())
                .param("hash", hash(columns))
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, Mapping.class));
    }

    private static String hash(List<String> columns) {
        try {
            return Hashes.of(
                    new ByteArrayInputStream(String.join("\u0000", columns).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hashes of contents. */
    static final class Hashes {
        private Hashes() {}

        static String of(InputStream content) throws IOException {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
                return HexFormat.of().formatHex(digest.digest());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
