package io.lijevak.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The zip a workbook is: counted through before anything is parsed, since the sizes it states may lie. */
final class Archive {
    private Archive() {}

    /** Refuses bombs, DOCTYPEs, doubled names, broken archives and zips that are no workbook. */
    static void check(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > Limits.ARCHIVE_ENTRIES) {
                throw Limits.refuse("bomb");
            }
            long unpacked = 0;
            var names = new HashSet<String>();
            var entries = zip.entries();
            while (entries.hasMoreElements()) {
                var entry = entries.nextElement();
                if (!names.add(entry.getName())) {
                    throw Limits.refuse("corrupt");
                }
                unpacked += measure(zip, entry, Files.size(file), unpacked);
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw Limits.refuse(zip.getEntry("content.xml") == null ? "not-workbook" : "ods");
            }
        } catch (ZipException e) {
            throw Limits.refuse("corrupt");
        } catch (IOException e) {
            throw Limits.refuse("corrupt");
        }
    }

    private static long measure(ZipFile zip, ZipEntry entry, long packed, long before) throws IOException {
        var buffer = new byte[64 << 10];
        long size = 0;
        var limit = limit(entry.getName());
        var strings = limit == Limits.SHARED_STRINGS_BYTES;
        var scan = new SheetScan();
        try (InputStream in = zip.getInputStream(entry)) {
            int read;
            while ((read = in.readNBytes(buffer, 0, buffer.length)) > 0) {
                if (size == 0 && declaresDoctype(entry, buffer, read)) {
                    throw Limits.refuse("corrupt");
                }
                size += read;
                scan.add(buffer, read);
                var all = before + size;
                if (size > limit
                        || strings && scan.tags() > Limits.SHARED_STRINGS_TAGS
                        || all > Limits.ARCHIVE_BYTES
                        || (all > Limits.RATIO_FROM_BYTES && all / Math.max(1, packed) > Limits.ARCHIVE_RATIO)) {
                    throw Limits.refuse("bomb");
                }
            }
        }
        return size;
    }

    private static long limit(String part) {
        if (part.endsWith("sharedStrings.xml")) {
            return Limits.SHARED_STRINGS_BYTES;
        }
        var isHeld = part.endsWith("workbook.xml")
                || part.endsWith("styles.xml")
                || part.endsWith(".rels")
                || part.endsWith("[Content_Types].xml");
        return isHeld ? Limits.PART_BYTES : Limits.ARCHIVE_BYTES;
    }

    private static boolean declaresDoctype(ZipEntry entry, byte[] buffer, int length) {
        var isXml = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
        return isXml
                && new String(buffer, 0, Math.min(length, 4096), StandardCharsets.ISO_8859_1).contains("<!DOCTYPE");
    }
}
