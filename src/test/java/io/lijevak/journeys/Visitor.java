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
    private static final String FLAWS = script("/journeys/flaws.js");
    private static final String BARRIERS = """
            async ([grave, part, leftOut, rules]) => (await axe.run({include: [part], exclude: leftOut ? [leftOut] : []}, {resultTypes: ['violations'], elementRef: false,
                ...rules.length && {runOnly: {type: 'rule', values: rules}}})).violations
              .filter(found => grave.includes(found.impact))
              .map(found => 'axe ' + found.id + ': '
                + found.nodes.slice(0, 3).map(node => node.target.join(' ') + ' ' + node.failureSummary).join('; '))""";
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

    /** The page as far as two screens down, into {@code target/screenshots}, when {@code -Dpictures} asks for them. */
    void screenshot(String name) {
        if (System.getProperty("pictures") == null && !Look.areNamed() && System.getProperty("screens") == null) {
            return;
        }
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

    Look look() {
        return shown;
    }

    /** Shows the page that is open as the look says, but in the language it came in. */
    void turn(Look look) {
        if (look.isPhone() != shown.isPhone()) {
            touch(look.isPhone());
            page.setViewportSize(look.width(), look.height());
        }
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", look.theme());
        shown = look;
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
        return scripted(FLAWS);
    }

    /**
     * Serious and critical findings of axe-core.
     *
     * @param part selector of what is asked, {@code html} for all of it
     * @param leftOut selector of what is not asked within that, empty when nothing is
     * @param rules by name, all when empty
     */
    List<String> barriers(String part, String leftOut, List<String> rules) {
        var barriers = new ArrayList<String>();
        quietly(() -> {
            if ((boolean) page.evaluate("() => typeof axe === 'undefined'")) {
                page.evaluate(AXE);
            }
            barriers.addAll(scripted(BARRIERS, List.of(GRAVE, part, leftOut, rules)));
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
