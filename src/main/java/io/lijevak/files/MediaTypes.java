package io.lijevak.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a content is, by its first bytes; neither the name nor what the browser claims counts. */
final class MediaTypes {
    static final String UNKNOWN = "application/octet-stream";
    static final String PROGRAM = "application/x-executable";
    static final String TEXT = "text/plain";
    private static final int HEAD = 8192;
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final Pattern MARKUP =
            Pattern.compile("<(!doctype html|html|head|body|script|svg|iframe|img|math|\\?xml|\\?php|%)[\\s>:!/=%]?");

    private record Sign(String type, int at, String bytes) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign(PROGRAM, 0, "MZ"),
            new Sign(PROGRAM, 0, "\u007fELF"),
            new Sign(PROGRAM, 0, "\u00ca\u00fe\u00ba\u00be"),
            new Sign(PROGRAM, 0, "\u00cf\u00fa\u00ed\u00fe"),
            new Sign(PROGRAM, 0, "\u00ce\u00fa\u00ed\u00fe"),
            new Sign(PROGRAM, 0, "#!"),
            new Sign("application/pdf", 0, "%PDF-"),
            new Sign("image/png", 0, "\u0089PNG\r\n\u001a\n"),
            new Sign("image/jpeg", 0, "\u00ff\u00d8\u00ff"),
            new Sign("image/gif", 0, "GIF8"),
            new Sign("image/webp", 8, "WEBP"),
            new Sign("image/tiff", 0, "II*\0"),
            new Sign("image/tiff", 0, "MM\0*"),
            new Sign("application/rtf", 0, "{\\rtf"),
            new Sign("application/x-ole-storage", 0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
            new Sign("application/gzip", 0, "\u001f\u008b"),
            new Sign("application/x-7z-compressed", 0, "7z\u00bc\u00af\u0027\u001c"),
            new Sign("audio/mpeg", 0, "ID3"),
            new Sign("video/mp4", 4, "ftyp"));

    private MediaTypes() {}

    static String of(Path content) {
        var head = head(content);
        var latin = new String(head, StandardCharsets.ISO_8859_1);
        if (latin.startsWith("PK\u0003\u0004")) {
            return archive(latin);
        }
        return SIGNS.stream()
                .filter(sign -> latin.startsWith(sign.bytes(), sign.at()))
                .map(Sign::type)
                .findFirst()
                .orElseGet(() -> words(head, latin));
    }

    private static String archive(String head) {
        if (head.contains("mimetypeapplication/vnd.oasis.opendocument.")) {
            return head.replaceAll("(?s).*?mimetype(application/vnd\\.oasis\\.opendocument\\.[a-z]+).*", "$1");
        }
        if (!head.contains("[Content_Types].xml") && !head.contains("_rels/.rels")) {
            return "application/zip";
        }
        if (head.contains("xl/")) {
            return OFFICE + "spreadsheetml.sheet";
        }
        return OFFICE + (head.contains("ppt/") ? "presentationml.presentation" : "wordprocessingml.document");
    }

    /** Text that a browser might take for a page is told apart, as a warning to whoever lists the files. */
    private static String words(byte[] head, String latin) {
        if (!isText(head)) {
            return UNKNOWN;
        }
        var start = latin.toLowerCase(Locale.ROOT);
        var markup = MARKUP.matcher(start);
        if (!markup.find()) {
            return TEXT;
        }
        return start.contains("<svg") ? "image/svg+xml" : markup.group(1).equals("?xml") ? "text/xml" : "text/html";
    }

    private static boolean isText(byte[] head) {
        for (var each : head) {
            if (each >= 0 && each < 32 && each != '\t' && each != '\n' && each != '\r' && each != '\f') {
                return false;
            }
        }
        try {
            // A character may be cut at the end of the head.
            var whole = Math.max(0, head.length - (head.length == HEAD ? 4 : 0));
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(head, 0, whole));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static byte[] head(Path content) {
        try (var in = Files.newInputStream(content)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
