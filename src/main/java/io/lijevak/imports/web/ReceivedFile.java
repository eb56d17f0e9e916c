package io.lijevak.imports.web;

import io.lijevak.platform.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.springframework.web.multipart.MultipartFile;

/** An uploaded file in a temporary place for as long as it is read. */
final class ReceivedFile {
    private ReceivedFile() {}

    static <T> T with(MultipartFile file, Function<Path, T> work) {
        if (file.isEmpty()) {
            throw InvalidInput.at("file", "imports.file.empty");
        }
        try {
            var path = Files.createTempFile("upload", ".bin");
            try {
                file.transferTo(path);
                return work.apply(path);
            } finally {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null ? "" : name;
    }
}
