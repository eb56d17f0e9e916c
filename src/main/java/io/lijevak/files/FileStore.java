package io.lijevak.files;

import io.lijevak.platform.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Contents in the folder {@code files} of the home, each under its hash; what is there is never written again. */
@Component
class FileStore {
    private static final String HASH = "[0-9a-f]{64}";
    private final Path root;
    private final Path incoming;
    private final Clock clock;

    FileStore(HomeFolder home, Clock clock) {
        this.root = home.folder("files");
        this.incoming = home.folder("files/incoming");
        this.clock = clock;
    }

    /** Keeps the content and gives its hash. Called within {@link Contents}' lock, so that no clean-up takes it away. */
    String put(Path content) {
        try {
            var fresh = Files.createTempFile(incoming, "", ".part");
            try {
                var hash = copy(content, fresh);
                var place = path(hash);
                Files.createDirectories(place.getParent());
                Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
                Files.setLastModifiedTime(place, FileTime.from(clock.instant()));
                return hash;
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what the program made up and could make again: it is not forced to the disk, which costs more than all else. */
    String put(byte[] content, Instant at) {
        try {
            var hash = HexFormat.of().formatHex(sha256().digest(content));
            var place = path(hash);
            if (Files.notExists(place)) {
                Files.createDirectories(place.getParent());
                Files.write(place, content);
                Files.setLastModifiedTime(place, FileTime.from(at));
            }
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String hash) {
        if (!hash.matches(HASH)) {
            throw new IllegalArgumentException("no hash: " + hash);
        }
        return root.resolve(hash.substring(0, 2)).resolve(hash);
    }

    /** Hashes of contents that lie there unchanged since before the moment. */
    List<String> olderThan(Instant moment) {
        try (Stream<Path> all = Files.walk(root, 2)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches(HASH))
                    .filter(file -> modified(file).isBefore(moment))
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String hash) {
        try {
            Files.deleteIfExists(path(hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what was left half written by a process that ended. */
    void sweep(Instant before) {
        try (var parts = Files.list(incoming)) {
            for (var part :
                    parts.filter(file -> modified(file).isBefore(before)).toList()) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String copy(Path content, Path fresh) throws IOException {
        var digest = sha256();
        try (var out = new DigestOutputStream(Files.newOutputStream(fresh), digest)) {
            Files.copy(content, out);
        }
        try (var written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.MAX;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
