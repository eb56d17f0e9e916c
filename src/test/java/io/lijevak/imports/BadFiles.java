package io.lijevak.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files that must be refused, each with the key of the sentence that says why. */
public enum BadFiles {
    EMPTY("prazno.csv", "imports.file.empty") {
        @Override
        void write(Path file) throws IOException {
            Files.write(file, new byte[0]);
        }
    },
    HEADER_ONLY("zaglavlje.csv", "imports.file.header-only") {
        @Override
        void write(Path file) throws IOException {
            Files.writeString(file, "Naziv;OIB;Grad\n");
        }
    },
    PROTECTED("lozinka.xlsx", "imports.file.password") {
        @Override
        void write(Path file) throws IOException {
            try (var system = new POIFSFileSystem();
                    var out = Files.newOutputStream(file)) {
                system.createDocument(new ByteArrayInputStream(new byte[200]), "EncryptionInfo");
                system.createDocument(new ByteArrayInputStream(new byte[5000]), "EncryptedPackage");
                system.writeFilesystem(out);
            }
        }
    },
    PROTECTED_OLD("lozinka.xls", "imports.file.password") {
        @Override
        void write(Path file) throws IOException {
            try (var workbook = new HSSFWorkbook();
                    var out = Files.newOutputStream(file)) {
                workbook.createSheet("a").createRow(0).createCell(0).setCellValue("Naziv");
                Biff8EncryptionKey.setCurrentUserPassword("tajna");
                workbook.write(out);
            } finally {
                Biff8EncryptionKey.setCurrentUserPassword(null);
            }
        }
    },
    BOMB("bomba.xlsx", "imports.file.bomb") {
        @Override
        void write(Path file) throws IOException {
            try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
                put(zip, "xl/workbook.xml", "<workbook/>");
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
                for (int megabytes = 0; megabytes < 100; megabytes++) {
                    zip.write(new byte[1 << 20]);
                }
            }
        }
    },
    HUGE("golemo.csv", "imports.file.too-big") {
        @Override
        void write(Path file) throws IOException {
            try (var space = new RandomAccessFile(file.toFile(), "rw")) {
                space.setLength(200L << 20);
            }
        }
    },
    OPEN_DOCUMENT("tablica.ods", "imports.file.ods") {
        @Override
        void write(Path file) throws IOException {
            try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
                put(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
                put(zip, "content.xml", "<office:document-content/>");
            }
        }
    },
    /** Letters of two encodings in one text. */
    MIXED_ENCODINGS("pomijesano.csv", "imports.file.encoding") {
        @Override
        void write(Path file) throws IOException {
            Files.writeString(file, "Naziv;Grad\nČistoća;Šibenik\n".repeat(20), StandardCharsets.UTF_8);
            var other = "Žito;Čazma\n".getBytes(Charset.forName("windows-1250"));
            Files.write(file, other, java.nio.file.StandardOpenOption.APPEND);
        }
    },
    PICTURE("slika.csv", "imports.file.not-text") {
        @Override
        void write(Path file) throws IOException {
            var bytes = new byte[4000];
            new java.util.Random(1).nextBytes(bytes);
            bytes[0] = 1;
            bytes[100] = 0;
            bytes[101] = 0;
            Files.write(file, bytes);
        }
    };

    private final String fileName;
    private final String key;

    BadFiles(String fileName, String key) {
        this.fileName = fileName;
        this.key = key;
    }

    /** The key of the message that refuses it. */
    public String key() {
        return key;
    }

    public Path in(Path folder) {
        try {
            var file = folder.resolve(fileName);
            if (Files.notExists(file)) {
                write(file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    abstract void write(Path file) throws IOException;

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
