package io.lijevak.platform.web;

import io.lijevak.platform.Companies;
import io.lijevak.platform.Company;
import io.lijevak.platform.Languages;
import io.lijevak.platform.Viewer;
import io.lijevak.platform.Viewers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Gives every page its {@code ui}. */
@Component
@ControllerAdvice
public class UiAdvice {
    private final Frame frame;
    private final Companies companies;
    private final Viewers viewers;

    UiAdvice(Frame frame, Companies companies, Viewers viewers) {
        this.frame = frame;
        this.companies = companies;
        this.viewers = viewers;
    }

    @ModelAttribute("ui")
    public Ui ui(HttpServletRequest request) {
        var company = companies.find();
        var viewer = viewers.current();
        var language = viewer.map(Viewer::language)
                .or(() -> chosen(request))
                .or(() -> company.map(Company::language))
                .orElseGet(() -> preferred(request));
        var region = company.map(Company::region).orElseGet(() -> Languages.locale(language));
        var zone = viewer.map(Viewer::timeZone)
                .or(() -> company.map(Company::timeZone))
                .orElse(ZoneId.of("UTC"));
        return new Ui(
                frame,
                language,
                new Formats(region, zone, Languages.locale(language)),
                company.orElse(null),
                viewer.orElse(null),
                viewer.map(frame.menus()::of).orElse(Menus.Menu.NONE),
                request(request));
    }

    /** For somebody who sends no request: what is made for them in the background. */
    public Ui of(Viewer viewer) {
        var company = companies.current();
        var formats = new Formats(company.region(), viewer.timeZone(), Languages.locale(viewer.language()));
        var nowhere = new Ui.Request("/", "", "", "", "", null);
        return new Ui(frame, viewer.language(), formats, company, viewer, Menus.Menu.NONE, nowhere);
    }

    private static Ui.Request request(HttpServletRequest request) {
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var query = request.getQueryString();
        return new Ui.Request(
                request.getRequestURI(),
                query == null ? "" : query,
                csrf == null ? "" : csrf.getParameterName(),
                csrf == null ? "" : csrf.getToken(),
                RequestIds.of(request),
                toast(request));
    }

    private static @Nullable Toast toast(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        return flash != null && flash.get("toast") instanceof Toast toast ? toast : null;
    }

    /** The language that somebody not signed in has chosen on the page. */
    private static Optional<String> chosen(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("lang")).filter(Languages.ALL::contains);
    }

    private static String preferred(HttpServletRequest request) {
        var locales = request.getLocales();
        while (locales.hasMoreElements()) {
            Locale locale = locales.nextElement();
            if (Languages.ALL.contains(locale.getLanguage())) {
                return locale.getLanguage();
            }
        }
        return "en";
    }
}
