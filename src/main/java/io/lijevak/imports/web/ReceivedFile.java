package io.lijevak.imports.web;

import io.lijevak.imports.UploadFile;
import io.lijevak.platform.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/** An uploaded file in a temporary place for as long as it is read. */
final class ReceivedFile {
    private ReceivedFile() {}

    /** The file of a form; null when it has none. Refuses what is larger than the server takes, which stays unread. */
    static @Nullable MultipartFile of(HttpServletRequest request) {
        try {
            var parts = WebUtils.getNativeRequest(request, MultipartRequest.class);
            return parts == null ? null : parts.getFile("file");
        } catch (MaxUploadSizeExceededException e) {
            throw UploadFile.tooBig();
        }
    }

    static <T> T with(@Nullable MultipartFile file, Function<Path, T> work) {
        if (file == null || file.isEmpty()) {
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

    static String name(@Nullable MultipartFile file) {
        var name = file == null ? null : file.getOriginalFilename();
        return name == null ? "" : name;
    }
}
