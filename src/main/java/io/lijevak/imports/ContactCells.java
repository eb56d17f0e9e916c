package io.lijevak.imports;

import io.lijevak.customers.EmailAddress;
import io.lijevak.customers.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes phones and e-mails out of cells that hold several, or what a spreadsheet left of them. */
final class ContactCells {
    private static final Pattern EATEN = Pattern.compile("\\d[.,]\\d+E\\+\\d+", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN_PHONES = Pattern.compile(
            "\\s*[;\\n|]\\s*|\\s*,\\s*|\\s+(?:i|and|и)\\s+|\\s+/\\s+|(?<=\\d)\\s+(?=[+(]?(?:00|\\+|0\\d{1,2}/))");
    private static final Pattern PREFIX = Pattern.compile("^(\\(?\\+?[\\d\\s]+\\)?/|0\\d{1,2}[\\s-])\\s*\\d.*");
    private static final Pattern BARE = Pattern.compile("\\d[\\d -]{3,7}\\d");
    private static final Pattern BETWEEN_EMAILS = Pattern.compile("[;,\\s|<>]+");

    private ContactCells() {}

    /** Phones of the cell in E.164 where they can be read so, else their digits with a warning. */
    static List<Draft.Point> phones(Cell cell, String country, String column, List<RowProblem> problems) {
        var points = new ArrayList<Draft.Point>();
        if (EATEN.matcher(cell.text()).find()) {
            problems.add(RowProblem.warning(column, "phone-eaten", cell.text()));
            return points;
        }
        var prefix = "";
        for (var part : BETWEEN_PHONES.split(cell.text())) {
            if (part.isBlank()) {
                continue;
            }
            var own = PREFIX.matcher(part);
            var written = own.matches() || !BARE.matcher(part).matches() ? part : prefix + part;
            prefix = own.matches() ? own.group(1) : prefix;
            add(points, cell, written.strip(), country, column, problems);
        }
        return points;
    }

    private static void add(
            List<Draft.Point> points,
            Cell cell,
            String written,
            String country,
            String column,
            List<RowProblem> problems) {
        var digits = written.replaceAll("[^\\p{Nd}]", "");
        if (digits.length() < 3) {
            problems.add(RowProblem.warning(column, "phone", written));
            return;
        }
        var restored = cell.kind() == Cell.Kind.NUMBER && !digits.startsWith("0") && digits.length() < 10
                ? "0" + written
                : written;
        var read = PhoneNumber.read(restored, country);
        if (read.isEmpty()) {
            problems.add(RowProblem.warning(column, "phone", written));
        } else if (!restored.equals(written)) {
            problems.add(RowProblem.warning(column, "phone-zero", written));
        }
        var value = read.map(PhoneNumber::value).orElse(digits.substring(0, Math.min(20, digits.length())));
        points.add(new Draft.Point(value, restored.substring(0, Math.min(60, restored.length()))));
    }

    /** E-mails of the cell; what is none is reported and left out. */
    static List<Draft.Point> emails(Cell cell, String column, List<RowProblem> problems) {
        var points = new ArrayList<Draft.Point>();
        for (var part : BETWEEN_EMAILS.split(cell.text().replace("mailto:", ""))) {
            if (part.isBlank()) {
                continue;
            }
            var email = EmailAddress.read(part);
            if (email.isPresent()) {
                points.add(new Draft.Point(email.get().value(), part));
            } else if (part.length() > 1) {
                problems.add(RowProblem.warning(column, "email-left", part));
            }
        }
        return points;
    }
}
