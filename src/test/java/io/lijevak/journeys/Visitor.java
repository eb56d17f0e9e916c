package io.lijevak.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A person at a browser window. Errors of scripts, what the content policy refused,
 * missing resources and failures of the server are remembered, and fail {@link #close}. */
final class Visitor implements AutoCloseable {
    private static final List<String> GRAVE = List.of("serious", "critical");
    private static final String AXE = script("/axe.min.js");
    private static final String BARRIERS = """
            async grave => (await axe.run(document, {resultTypes: ['violations'], elementRef: false})).violations
              .filter(found => grave.includes(found.impact))
              .map(found => 'axe ' + found.id + ': '
                + found.nodes.slice(0, 3).map(node => node.target.join(' ') + ' ' + node.failureSummary).join('; '))""";
    /**
     * As WCAG 2.2 has it: a smaller target passes when the circle of 24 pixels around its middle touches no other
     * target, nor the circle of another small one. Links within a sentence are let off, and bars of a chart, for every
     * one of their figures is a link of the table too.
     */
    private static final String NARROW_TARGETS = """
            () => {
              const alone = a => a.parentElement.textContent.trim() === a.textContent.trim();
              const targets = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea')]
                .filter(e => e.checkVisibility({visibilityProperty: true, opacityProperty: true}))
                .filter(e => !(e.matches('a') && getComputedStyle(e).display === 'inline' && !alone(e)))
                .filter(e => !e.closest('svg') && !e.matches('.sr, .sr *'))
                .map(e => ({e, r: (e.closest('label') ?? e).getBoundingClientRect()}))
                .filter(({r}) => r.width > 1 && r.height > 1)
                .map(({e, r}) => ({e, r, layer: e.closest('.bottom-bar, .top, .toasts, dialog, [popover]'), x: (r.left + r.right) / 2, y: (r.top + r.bottom) / 2,
                  small: Math.round(r.width) < 24 || Math.round(r.height) < 24}));
              const touches = (t, o) => Math.hypot(Math.max(o.r.left - t.x, 0, t.x - o.r.right), Math.max(o.r.top - t.y, 0, t.y - o.r.bottom)) < 12
                || o.small && Math.hypot(o.x - t.x, o.y - t.y) < 24;
              const nested = (t, o) => t.e.contains(o.e) || o.e.contains(t.e);
              return targets
                .filter(t => t.small && targets.some(o => o !== t && o.layer === t.layer && !nested(t, o) && o.e.closest('label') !== (t.e.closest('label') ?? t.e) && touches(t, o)))
                .map(({r, e}) => Math.round(r.width) + 'x' + Math.round(r.height) + ' ' + e.outerHTML.slice(0, 120));
            }""";

    private static final String UNTRANSLATED = """
            () => [...new Set(document.documentElement.outerHTML.match(/\\?\\?[\\w.-]*/g))]
              .map(found => 'text without translation: ' + found)""";
    private static final String OVERFLOW = """
            () => {
              const wide = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= wide) return [];
              return [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > wide + 1)
                .slice(-5).map(e => e.outerHTML.slice(0, 120)).concat('page is ' + document.documentElement.scrollWidth);
            }""";
    /**
     * Text that runs out of a cell of a table or ends at an edge: on a desk nothing may, on a phone only what can be pushed aside; where three dots tell
     * of it, the whole must be in a title. Fields scroll by themselves.
     */
    private static final String CUT_OFF = """
            () => [...document.querySelectorAll('main *')]
              .filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1 && !e.closest('.board, svg, .sr'))
              .filter(e => !e.matches('select, input, textarea') && e.checkVisibility({visibilityProperty: true, opacityProperty: true}))
              .filter(e => {
                const style = getComputedStyle(e);
                if (style.overflowX === 'visible') return e.matches('td, th');
                if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return !e.closest('[title]');
                return innerWidth >= 1000 || !['auto', 'scroll'].includes(style.overflowX);
              })
              .map(e => e.scrollWidth + ' in ' + e.clientWidth + ' ' + e.outerHTML.slice(0, 100))""";

    private final BrowserContext context;
    private final Page page;
    private final int port;
    private final List<String> complaints = new ArrayList<>();
    private Look shown;
    private boolean lost;
    private @Nullable CDPSession screen;

    Visitor(BrowserContext context, int port, Look look) {
        this.context = context;
        this.shown = look;
        this.port = port;
        this.page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onConsoleMessage(message -> {
            var ofOurTools = message.location().startsWith(":");
            if (message.type().equals("error") && !ofOurTools && !message.text().contains("Failed to load resource")) {
                complaints.add(page.url() + ": " + message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
        page.onResponse(response -> {
            var missing = response.status() == 404 && !response.request().isNavigationRequest();
            if (response.status() >= 500 || missing) {
                complaints.add(response.status() + " " + response.url());
            }
        });
    }

    Page page() {
        return page;
    }

    /** Comes with the session of somebody who is signed in already. */
    Visitor as(Cookie session) {
        context.addCookies(List.of(new com.microsoft.playwright.options.Cookie(session.getName(), session.getValue())
                .setDomain("localhost")
                .setPath("/")));
        return this;
    }

    Visitor open(String path) {
        var answer = page.navigate("http://localhost:" + port + path);
        lost = answer != null && answer.status() == 404;
        page.waitForLoadState(LoadState.LOAD);
        return this;
    }

    /** Whether there was nothing at the address that was opened. */
    boolean isLost() {
        return lost;
    }

    /** Whether what was opened is a page of its own, not a part or a file. */
    boolean isPage() {
        return (boolean)
                page.evaluate("() => document.contentType === 'text/html' && !!document.querySelector('main')");
    }

    /** The page as far as two screens down. */
    void screenshot(String name) {
        quietly(() -> {
            var height = (int) page.evaluate("() => Math.min(document.documentElement.scrollHeight, 2 * innerHeight)");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/screenshots", name + ".png"))
                    .setFullPage(true)
                    .setClip(0, 0, page.viewportSize().width, height));
        });
    }

    /** Our tools put styles into the page, which its policy rightly complains of. */
    private void quietly(Runnable tool) {
        page.evaluate("1");
        var before = List.copyOf(complaints);
        tool.run();
        page.evaluate("1");
        complaints.clear();
        complaints.addAll(before);
    }

    /** Shows the page that is open as the look says, but in the language it came in. */
    void turn(Look look) {
        if (!look.equals(shown)) {
            if (look.isPhone() != shown.isPhone()) {
                touch(look.isPhone());
                page.setViewportSize(look.width(), look.height());
            }
            page.evaluate("theme => { document.documentElement.dataset.theme = theme }", look.theme());
            shown = look;
        }
    }

    private void touch(boolean enabled) {
        if (screen == null) {
            screen = context.newCDPSession(page);
        }
        var setting = new JsonObject();
        setting.addProperty("enabled", enabled);
        screen.send("Emulation.setTouchEmulationEnabled", setting);
    }

    /** What a page must be in every look: translated, within its width, nothing cut off, easy to hit. */
    List<String> flaws() {
        var flaws = new ArrayList<>(scripted(UNTRANSLATED));
        scripted(OVERFLOW).forEach(element -> flaws.add("wider than the window: " + element));
        scripted(CUT_OFF).forEach(element -> flaws.add("cut off at the side: " + element));
        scripted(NARROW_TARGETS).forEach(element -> flaws.add("target below 24 px: " + element));
        return flaws;
    }

    /** Serious and critical findings of axe-core. */
    List<String> barriers() {
        var barriers = new ArrayList<String>();
        quietly(() -> {
            if ((boolean) page.evaluate("() => typeof axe === 'undefined'")) {
                page.evaluate(AXE);
            }
            barriers.addAll(scripted(BARRIERS, GRAVE));
        });
        return barriers;
    }

    @SuppressWarnings("unchecked")
    private List<String> scripted(String script, Object... argument) {
        return (List<String>) page.evaluate(script, argument.length == 0 ? null : argument[0]);
    }

    private static String script(String name) {
        try (var file = Objects.requireNonNull(Visitor.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("errors in the browser's console").isEmpty();
    }
}
