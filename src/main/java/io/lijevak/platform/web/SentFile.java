package io.lijevak.platform.web;

import io.lijevak.platform.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/** A file of a form, in a temporary place for as long as it is read. */
public final class SentFile {
    private SentFile() {}

    /**
     * The file of a field; null when the form has none or it was left empty. What is larger than the server takes stays
     * unread and is refused.
     */
    public static @Nullable MultipartFile of(HttpServletRequest request, String field, Supplier<InvalidInput> tooBig) {
        try {
            var parts = WebUtils.getNativeRequest(request, MultipartRequest.class);
            var file = parts == null ? null : parts.getFile(field);
            return file == null || file.isEmpty() ? null : file;
        } catch (MaxUploadSizeExceededException e) {
            throw tooBig.get();
        }
    }

    /** Hands the place of the content to the work, and removes it afterwards. */
    public static <T> T with(MultipartFile file, Function<Path, T> work) {
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

    /** The name its sender gave it, as it came. */
    public static String name(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null ? "" : name;
    }
}
