package io.lijevak.platform.web;

import io.lijevak.platform.Company;
import io.lijevak.platform.Navigation;
import io.lijevak.platform.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What every template may ask the page frame: texts, formats, the viewer, the address, the request's safety tokens. */
public final class Ui {
    private final Texts texts;
    private final String language;
    private final Formats formats;
    private final @Nullable Company company;
    private final @Nullable Viewer viewer;
    private final List<Navigation> navigation;
    private final Request request;

    /** The parts of the current request that pages show or send back. */
    public record Request(String path, String query, String csrfName, String csrfToken, String requestId) {}

    Ui(
            Texts texts,
            String language,
            Formats formats,
            @Nullable Company company,
            @Nullable Viewer viewer,
            List<Navigation> navigation,
            Request request) {
        this.texts = texts;
        this.language = language;
        this.formats = formats;
        this.company = company;
        this.viewer = viewer;
        this.navigation = navigation;
        this.request = request;
    }

    /** The text of a key in the viewer's language. */
    public String t(String key, Object... arguments) {
        return texts.get(language, key, arguments);
    }

    public boolean hasText(String key) {
        return texts.has(language, key);
    }

    public String language() {
        return language;
    }

    public Locale locale() {
        return io.lijevak.platform.Languages.locale(language);
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
        return navigation;
    }

    public Request request() {
        return request;
    }
}
