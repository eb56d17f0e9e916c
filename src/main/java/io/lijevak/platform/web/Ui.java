package io.lijevak.platform.web;

import io.lijevak.platform.Company;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.Languages;
import io.lijevak.platform.Navigation;
import io.lijevak.platform.QuickAction;
import io.lijevak.platform.ViewPage;
import io.lijevak.platform.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every template may ask the page frame: texts, formats, the viewer, the address, the request's safety tokens. */
public final class Ui {
    /** htmx without eval and inline styles; refusals that carry a form are swapped in, other errors become toasts. */
    public static final String HTMX = """
            {"allowEval":false,"includeIndicatorStyles":false,"selfRequestsOnly":true,"historyCacheSize":0,\
            "refreshOnHistoryMiss":true,"responseHandling":[{"code":"204","swap":false},{"code":"[23]..","swap":true},\
            {"code":"4(09|22)","swap":true},\
            {"code":"[45]..","swap":true,"error":true,"target":"#toasts","select":".toast","swapOverride":"beforeend"}]}""";

    private final Frame frame;
    private final String language;
    private final Formats formats;
    private final @Nullable Company company;
    private final @Nullable Viewer viewer;
    private final Menus.Menu menu;
    private final Request request;
    private @Nullable TimeWords words;

    /** The parts of the current request that pages show or send back. */
    public record Request(
            String path,
            String query,
            String csrfName,
            String csrfToken,
            String requestId,
            @Nullable Toast toast) {}

    Ui(
            Frame frame,
            String language,
            Formats formats,
            @Nullable Company company,
            @Nullable Viewer viewer,
            Menus.Menu menu,
            Request request) {
        this.frame = frame;
        this.language = language;
        this.formats = formats;
        this.company = company;
        this.viewer = viewer;
        this.menu = menu;
        this.request = request;
    }

    /** The text of a key in the viewer's language. */
    public String t(String key, Object... arguments) {
        return frame.texts().get(language, formats.region(), key, arguments);
    }

    /** What is wrong with a field, in the viewer's language. */
    public String t(FieldProblem problem) {
        return t(problem.messageKey(), problem.arguments().toArray());
    }

    /** What stands in the way, in the viewer's language. */
    public String t(Conflict conflict) {
        return t(conflict.messageKey(), conflict.arguments().toArray());
    }

    public boolean hasText(String key) {
        return frame.texts().has(language, key);
    }

    public String language() {
        return language;
    }

    /** The rows in the order in which the viewer expects their names. */
    public <T> List<T> byName(List<T> rows, Function<T, String> name) {
        return rows.stream()
                .sorted(Comparator.comparing(name, Languages.order(language)))
                .toList();
    }

    public Locale locale() {
        return Languages.locale(language);
    }

    public Instant now() {
        return frame.clock().instant();
    }

    /** How long ago it was, or in how long it will be, in words. */
    public String ago(Instant then) {
        return words().between(then, now(), formats.zone());
    }

    /** A day as a heading: "Today, 23. 11. 2026.", "Saturday, 21. 11. 2026.". */
    public String day(LocalDate day) {
        return words().day(day, formats.day(now())) + ", " + formats.date(day);
    }

    public Formats f() {
        return formats;
    }

    public Company company() {
        return Objects.requireNonNull(company);
    }

    public boolean hasCompany() {
        return company != null;
    }

    public @Nullable Viewer viewer() {
        return viewer;
    }

    public boolean may(String right) {
        return viewer != null && viewer.may(right);
    }

    public List<Navigation> navigation() {
        return menu.entries();
    }

    /** The entries of the rail's main part. */
    public List<Navigation> main() {
        return navigation().stream().filter(entry -> entry.order() < 900).toList();
    }

    /** The entries of the rail's foot. */
    public List<Navigation> foot() {
        return navigation().stream().filter(entry -> entry.order() >= 900).toList();
    }

    /** What the viewer may start from anywhere. */
    public List<QuickAction> actions() {
        return menu.actions();
    }

    /** The key after G that opens an entry, null when no letter was left. */
    public @Nullable String key(Navigation entry) {
        return menu.keys().get(entry.href());
    }

    /** Whether the current page lies under the entry, and under no longer address of another one. */
    public boolean here(Navigation entry) {
        var path = request.path();
        return entry.covers(path)
                && navigation().stream()
                        .noneMatch(other -> other.covers(path)
                                && other.href().length() > entry.href().length());
    }

    /** The current page, when its question can be kept under a name. */
    public @Nullable ViewPage viewPage() {
        return viewer == null
                ? null
                : frame.menus().page(request.path(), viewer).orElse(null);
    }

    /** The address of the current page with its parameters. */
    public String address() {
        return request.query().isEmpty() ? request.path() : request.path() + "?" + request.query();
    }

    /** The address of a static file, with the hash of its content. */
    public String asset(String path) {
        return frame.assets().url(path);
    }

    /** The pages of a template as PDF. */
    byte[] printed(String template, Map<String, Object> model) {
        return frame.printer().pdf(template, model);
    }

    /** {@code light} or {@code dark}, null to follow the device. */
    public @Nullable String theme() {
        return viewer == null || viewer.theme().equals("system") ? null : viewer.theme();
    }

    public boolean shortcuts() {
        return viewer != null && viewer.shortcuts();
    }

    /** The notice that the request before left for this page. */
    public @Nullable Toast toast() {
        return request.toast();
    }

    public Request request() {
        return request;
    }

    private TimeWords words() {
        var known = words;
        if (known == null) {
            known = new TimeWords(locale());
            words = known;
        }
        return known;
    }
}
