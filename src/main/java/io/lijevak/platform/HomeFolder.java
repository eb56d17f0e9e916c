package io.lijevak.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder this installation lives in ({@code LIJEVAK_HOME}); nobody but its owner can read it. */
@Component
public class HomeFolder {
    private final Path path;

    HomeFolder(@Value("${lijevak.home}") Path path) {
        this.path = path.toAbsolutePath().normalize();
        folder(this.path);
    }

    public Path path() {
        return path;
    }

    /** A folder inside, created when missing. */
    public Path folder(String name) {
        return folder(path.resolve(name));
    }

    /** A secret of this installation: the one kept under the name, or a new random one, kept from now on. */
    public synchronized String secret(String name) {
        var kept = secrets();
        var known = kept.getProperty(name);
        if (known != null) {
            return known;
        }
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        kept.setProperty(name, secret);
        store(kept);
        return secret;
    }

    /** Takes the folder for this process, so that a second one does not touch its database. */
    FileLock lock() {
        try {
            var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StartRefused("Lijevak already runs with the home folder " + path
                        + ": stop it first, or give this one another LIJEVAK_HOME.");
            }
            return lock;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private Properties secrets() {
        var secrets = new Properties();
        var file = path.resolve("secrets.properties");
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                secrets.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return secrets;
    }

    private void store(Properties secrets) {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            var fresh = Files.createTempFile(path, "secrets", ".new", ownerOnly);
            try (var writer = Files.newBufferedWriter(fresh)) {
                secrets.store(writer, "Secrets of this installation; back them up with the database");
            }
            Files.move(
                    fresh,
                    path.resolve("secrets.properties"),
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(Path path) {
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            return path;
        } catch (IOException e) {
            throw new StartRefused(
                    "The folder " + path + " cannot be written (" + e.getMessage()
                            + "): give it to the user who starts Lijevak, or set LIJEVAK_HOME to another folder.",
                    e);
        }
    }
}
