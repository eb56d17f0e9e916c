package io.lijevak.files.web;

import io.lijevak.files.Attachment;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The head of an answer that carries a file: to be saved and never shown, whatever a browser may see in it. */
final class Download {
    private static final Pattern HARMLESS = Pattern.compile(
            "application/(pdf|zip|vnd\\.(openxmlformats-officedocument|oasis\\.opendocument)\\..+)|image/(png|jpeg)");

    private Download() {}

    static ResponseEntity.BodyBuilder of(Attachment file) {
        var type = HARMLESS.matcher(file.mediaType()).matches()
                ? MediaType.parseMediaType(file.mediaType())
                : MediaType.APPLICATION_OCTET_STREAM;
        var disposition = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
