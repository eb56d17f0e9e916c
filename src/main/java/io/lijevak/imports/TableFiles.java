package io.lijevak.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a file as what its first bytes say it is, whatever its name says. */
final class TableFiles {
    private TableFiles() {}

    static TableFile open(Path file) {
        try {
            var size = Files.size(file);
            if (size == 0) {
                throw Limits.refuse("empty");
            }
            if (size > Limits.FILE_BYTES) {
                throw UploadFile.tooBig();
            }
            var first = first(file);
            if (first[0] == 'P' && first[1] == 'K' && first[2] < 9) {
                return new XlsxFile(file);
            }
            return (first[0] & 0xff) == 0xd0 && (first[1] & 0xff) == 0xcf && (first[2] & 0xff) == 0x11
                    ? new XlsFile(file)
                    : new CsvFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] first(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return java.util.Arrays.copyOf(in.readNBytes(4), 4);
        }
    }
}
