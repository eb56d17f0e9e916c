package io.lijevak.imports.web;

import io.lijevak.imports.UploadFile;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.SentFile;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** An uploaded file in a temporary place for as long as it is read. */
final class ReceivedFile {
    private ReceivedFile() {}

    /** The file of a form; null when it has none. Refuses what is larger than the server takes, which stays unread. */
    static @Nullable MultipartFile of(HttpServletRequest request) {
        return SentFile.of(request, "file", UploadFile::tooBig);
    }

    static <T> T with(@Nullable MultipartFile file, Function<Path, T> work) {
        if (file == null || file.isEmpty()) {
            throw InvalidInput.at("file", "imports.file.empty");
        }
        return SentFile.with(file, work);
    }

    static String name(@Nullable MultipartFile file) {
        return file == null ? "" : SentFile.name(file);
    }
}
