package io.lijevak.platform.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.lijevak.platform.Company;
import io.lijevak.platform.Languages;
import io.lijevak.platform.Navigation;
import io.lijevak.platform.QuickAction;
import io.lijevak.platform.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Renders templates without the application, for a made-up viewer. */
final class Pages {
    static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
    static final Texts TEXTS = new Texts();
    static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T11:00:00Z"), ZoneId.of("UTC"));
    private static final ZoneId ZAGREB = ZoneId.of("Europe/Zagreb");

    record Person(String language, String theme, boolean shortcuts) implements Viewer {
        @Override
        public long id() {
            return 1;
        }

        @Override
        public String name() {
            return "Ana Marušić";
        }

        @Override
        public ZoneId timeZone() {
            return ZAGREB;
        }

        @Override
        public boolean may(String right) {
            return true;
        }
    }

    private Pages() {}

    static Ui ui(String language, String theme) {
        return ui(new Person(language, theme, true), null);
    }

    static Ui ui(Viewer viewer, Toast toast) {
        var navigation = List.of(
                new Navigation(20, "platform.layout.search", "people", "/customers", v -> true),
                new Navigation(30, "platform.layout.main", "deal", "/deals", v -> true),
                new Navigation(40, "platform.layout.more", "funnel", "/funnel", v -> true),
                new Navigation(920, "platform.layout.profile", "gear", "/settings", v -> true));
        return new Ui(
                new Frame(
                        TEXTS,
                        new Menus(List.of(), List.of(), List.of()),
                        new Assets(new ResourceUrlProvider()),
                        new Printer(ENGINE),
                        NOON),
                viewer.language(),
                new Formats(Languages.locale("hr"), ZAGREB),
                new Company("Galeb d.o.o.", "hr", "HR", "EUR", ZAGREB),
                viewer,
                Menus.Menu.of(
                        navigation,
                        List.of(new QuickAction(20, "platform.layout.new", "deal", "/deals/new", v -> true))),
                new Ui.Request("/deals/board", "", "_csrf", "token", "req-1", toast));
    }

    static String render(String template, Map<String, Object> parameters) {
        var out = new StringOutput();
        ENGINE.render(template + ".jte", new LinkedHashMap<>(parameters), out);
        return out.toString();
    }

    static Content content(String html) {
        return output -> output.writeContent(html);
    }
}
