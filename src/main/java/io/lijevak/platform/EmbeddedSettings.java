package io.lijevak.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The server's own files: its settings beyond the library's, who may connect, the process that runs. */
final class EmbeddedSettings {
    private static final String INCLUDE = "include = 'lijevak.conf'";
    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            shared_buffers = 256MB
            log_timezone = UTC
            password_encryption = scram-sha-256
            logging_collector = on
            log_directory = '../../log'
            log_filename = 'postgresql-%a.log'
            log_truncate_on_rotation = on
            log_file_mode = 0600
            log_checkpoints = off
            """;
    private static final String ACCESS = "host all all 127.0.0.1/32 scram-sha-256\n";

    private EmbeddedSettings() {}

    /** Writes the settings into a data folder that initdb has made. */
    static void write(Path data) {
        try {
            Files.writeString(data.resolve("lijevak.conf"), SETTINGS);
            Files.writeString(data.resolve("pg_hba.conf"), ACCESS);
            var main = data.resolve("postgresql.conf");
            if (!Files.readString(main).contains(INCLUDE)) {
                Files.writeString(main, "\n" + INCLUDE + "\n", StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port of the server that runs on a data folder. */
    static Optional<Integer> port(Path data) {
        return postmaster(data).flatMap(process -> note(data, 3)).map(Integer::valueOf);
    }

    /** The server process that runs on a data folder. */
    static Optional<ProcessHandle> postmaster(Path data) {
        return note(data, 0)
                .map(Long::valueOf)
                .flatMap(ProcessHandle::of)
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.endsWith("/postgres"))
                        .isPresent());
    }

    /** A line of the note that a running server keeps of itself. */
    private static Optional<String> note(Path data, int line) {
        var file = data.resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .skip(line)
                            .map(String::strip)
                            .findFirst()
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
