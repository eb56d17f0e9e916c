package io.lijevak.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** Merged areas of a sheet of an .xlsx, which the streaming reader leaves out. They stand behind the rows. */
final class XlsxMerges {
    private static final Pattern SHEET = Pattern.compile("<(?:\\w+:)?sheet\\s[^>]*>");
    private static final Pattern RELATION = Pattern.compile("<(?:\\w+:)?Relationship\\s[^>]*>");
    private static final Pattern AREA =
            Pattern.compile("<(?:\\w+:)?mergeCell\\s+ref=\"([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})\"");
    private static final int MOST = 200_000;

    private XlsxMerges() {}

    /** The areas of the sheet at the given place among the workbook's sheets. */
    static Merges of(Path file, int index) {
        try (var zip = new ZipFile(file.toFile())) {
            var part = part(zip, index);
            var entry = part == null ? null : zip.getEntry(part);
            return entry == null ? Merges.NONE : areas(zip.getInputStream(entry));
        } catch (IOException e) {
            throw Limits.refuse("corrupt");
        }
    }

    private static @org.jspecify.annotations.Nullable String part(ZipFile zip, int index) throws IOException {
        var sheets = SHEET.matcher(text(zip, "xl/workbook.xml"));
        for (int i = 0; i <= index; i++) {
            if (!sheets.find()) {
                return null;
            }
        }
        var id = attribute(sheets.group(), "\\w+:id");
        var relations = RELATION.matcher(text(zip, "xl/_rels/workbook.xml.rels"));
        while (relations.find()) {
            if (attribute(relations.group(), "Id").equals(id)) {
                var target = attribute(relations.group(), "Target");
                return target.startsWith("/") ? target.substring(1) : "xl/" + target;
            }
        }
        return null;
    }

    private static Merges areas(InputStream sheet) throws IOException {
        try (sheet) {
            var tail = behindRows(sheet);
            var matcher = AREA.matcher(tail);
            var areas = new ArrayList<Merges.Area>();
            while (matcher.find() && areas.size() < MOST) {
                areas.add(new Merges.Area(
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(4)),
                        column(matcher.group(1)),
                        Math.min(column(matcher.group(3)), Limits.COLUMNS)));
            }
            return new Merges(areas);
        }
    }

    private static String behindRows(InputStream sheet) throws IOException {
        var mark = "</sheetData>";
        var tail = new StringBuilder();
        var found = false;
        var buffer = new byte[64 << 10];
        int read;
        while ((read = sheet.readNBytes(buffer, 0, buffer.length)) > 0 && tail.length() < (16 << 20)) {
            tail.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            var at = found ? 0 : tail.indexOf(mark);
            if (at < 0) {
                tail.delete(0, Math.max(0, tail.length() - mark.length()));
            } else {
                found = true;
            }
        }
        return found ? tail.toString() : "";
    }

    private static String text(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (var in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(4 << 20), StandardCharsets.UTF_8);
        }
    }

    private static String attribute(String tag, String name) {
        var matcher = Pattern.compile("\\s" + name + "\\s*=\\s*\"([^\"]*)\"").matcher(tag);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static int column(String letters) {
        int column = 0;
        for (var letter : letters.toCharArray()) {
            column = column * 26 + (letter - 'A' + 1);
        }
        return column - 1;
    }
}
