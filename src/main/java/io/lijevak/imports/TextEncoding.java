package io.lijevak.imports;

import com.ibm.icu.text.CharsetDetector;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Guesses the charset of a text file: byte order mark, then valid UTF-8, then the code pages of our readers. High bytes
 * standing beside each other are Cyrillic words (which code page, ICU tells); single ones are letters with diacritics,
 * taken for Windows-1250.
 */
final class TextEncoding {
    static final List<String> CHOICES = List.of(
            "UTF-8",
            "windows-1250",
            "windows-1251",
            "windows-1252",
            "ISO-8859-2",
            "IBM852",
            "KOI8-R",
            "IBM866",
            "UTF-16LE",
            "UTF-16BE");
    private static final Set<String> CYRILLIC = Set.of("windows-1251", "KOI8-R", "IBM866", "ISO-8859-5");
    private static final int SAMPLE = 256 << 10;

    private TextEncoding() {}

    /** The charset's name; refuses content that is no text at all. */
    static String guess(Path file) throws IOException {
        var bytes = sample(file);
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return "UTF-8";
        }
        if (startsWith(bytes, 0xff, 0xfe)) {
            return "UTF-16LE";
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return "UTF-16BE";
        }
        var zeros = zeros(bytes);
        if (zeros > 0) {
            return wide(bytes, zeros);
        }
        return isUtf8(file) || isMostlyUtf8(bytes) ? "UTF-8" : codePage(bytes);
    }

    static int markLength(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(3);
            return startsWith(bytes, 0xef, 0xbb, 0xbf)
                    ? 3
                    : startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) ? 2 : 0;
        }
    }

    private static String wide(byte[] bytes, int zeros) {
        int odd = 0;
        for (int i = 1; i < bytes.length; i += 2) {
            odd += bytes[i] == 0 ? 1 : 0;
        }
        if (zeros < bytes.length / 50 || (odd != zeros && odd != 0)) {
            throw Limits.refuse("not-text");
        }
        return odd == zeros ? "UTF-16LE" : "UTF-16BE";
    }

    private static int zeros(byte[] bytes) {
        int zeros = 0;
        for (var b : bytes) {
            zeros += b == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean isUtf8(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var characters = new char[64 << 10];
        try (var reader = new InputStreamReader(Files.newInputStream(file), decoder)) {
            while (reader.read(characters) >= 0) {
                continue;
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /**
     * Whether high bytes make UTF-8 letters oftener than not: then some other text was pasted in or the end cut off, and
     * a code page would turn every letter into two wrong ones.
     */
    private static boolean isMostlyUtf8(byte[] bytes) {
        int letters = 0;
        int others = 0;
        for (int i = 0; i < bytes.length; i++) {
            var length = (bytes[i] & 0xe0) == 0xc0 ? 1 : (bytes[i] & 0xf0) == 0xe0 ? 2 : 0;
            int followed = 0;
            while (followed < length && i + 1 < bytes.length && (bytes[i + 1] & 0xc0) == 0x80) {
                followed++;
                i++;
            }
            letters += length > 0 && followed == length ? 1 : 0;
            others += bytes[i] < 0 && (length == 0 || followed < length) ? 1 : 0;
        }
        return letters > others;
    }

    private static String codePage(byte[] bytes) {
        int high = 0;
        int beside = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                high++;
                beside += i > 0 && bytes[i - 1] < 0 ? 1 : 0;
            }
        }
        if (beside * 2 < high) {
            return "windows-1250";
        }
        return Arrays.stream(new CharsetDetector().setText(bytes).detectAll())
                .map(match -> match.getName())
                .filter(CYRILLIC::contains)
                .findFirst()
                .orElse("windows-1251");
    }

    private static byte[] sample(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(SAMPLE);
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
