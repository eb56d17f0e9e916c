package io.lijevak.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A person at a browser window. Errors of scripts, what the content policy refused,
 * missing resources and failures of the server are remembered, and fail {@link #close}. */
final class Visitor implements AutoCloseable {
    private static final Set<String> GRAVE = Set.of("serious", "critical");
    /** As WCAG 2.2 has it: a smaller target passes when a circle of 24 pixels around its middle touches no other. */
    private static final String NARROW_TARGETS = """
            () => {
              const targets = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea')]
                .filter(e => e.checkVisibility({visibilityProperty: true, opacityProperty: true}))
                .filter(e => !(e.matches('a') && getComputedStyle(e).display === 'inline'))
                .filter(e => !e.closest('svg') && !e.matches('.sr, .sr *'))
                .map(e => ({e, r: (e.closest('label') ?? e).getBoundingClientRect()}))
                .filter(({r}) => r.width > 1 && r.height > 1);
              const touches = ({r}, {r: o}) => {
                const x = (r.left + r.right) / 2, y = (r.top + r.bottom) / 2;
                return Math.hypot(Math.max(o.left - x, 0, x - o.right), Math.max(o.top - y, 0, y - o.bottom)) < 12;
              };
              return targets
                .filter(t => (t.r.width < 24 || t.r.height < 24) && targets.some(o => o.r !== t.r && o.e !== t.e && touches(t, o)))
                .map(({r, e}) => Math.round(r.width) + 'x' + Math.round(r.height) + ' ' + e.outerHTML.slice(0, 120));
            }""";

    private static final String OVERFLOW = """
            () => {
              const wide = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= wide) return [];
              return [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > wide + 1)
                .slice(-5).map(e => e.outerHTML.slice(0, 120)).concat('page is ' + document.documentElement.scrollWidth);
            }""";
    private static final String CUT_OFF = """
            () => innerWidth < 1000 ? [] : [...document.querySelectorAll('main *')]
              .filter(e => !e.closest('.board, svg') && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0)
              .filter(e => ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(e).overflowX))
              .filter(e => getComputedStyle(e).textOverflow !== 'ellipsis' && !e.matches('.sr, .sr *, label, select, input, textarea'))
              .map(e => e.scrollWidth + ' in ' + e.clientWidth + ' ' + e.outerHTML.slice(0, 100))""";
    private final BrowserContext context;
    private final Page page;
    private final int port;
    private final List<String> complaints = new ArrayList<>();

    Visitor(BrowserContext context, int port) {
        this.context = context;
        this.port = port;
        this.page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
                complaints.add(message.text());
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
        page.navigate("http://localhost:" + port + path);
        page.waitForLoadState(LoadState.LOAD);
        return this;
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

    /** What a page must be in every look: translated, within its width, easy to hit. */
    List<String> flaws() {
        var flaws = new ArrayList<String>();
        if (page.content().contains("??")) {
            flaws.add(
                    "text without translation: " + page.content().replaceAll("(?s).*?(\\?\\?[\\w.-]+\\?\\?).*", "$1"));
        }
        scripted(OVERFLOW).forEach(element -> flaws.add("wider than the window: " + element));
        scripted(CUT_OFF).forEach(element -> flaws.add("cut off at the side: " + element));
        scripted(NARROW_TARGETS).forEach(element -> flaws.add("target below 24 px: " + element));
        return flaws;
    }

    /** Serious and critical findings of axe-core. */
    List<String> barriers() {
        var barriers = new ArrayList<String>();
        quietly(() -> new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(violation -> GRAVE.contains(violation.getImpact()))
                        .forEach(violation -> barriers.add("axe " + violation.getId() + ": "
                                + violation.getNodes().stream()
                                        .limit(3)
                                        .map(node -> node.getTarget() + " " + node.getFailureSummary())
                                        .toList())));
        return barriers;
    }

    @SuppressWarnings("unchecked")
    private List<String> scripted(String script) {
        return (List<String>) page.evaluate(script);
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("errors in the browser's console").isEmpty();
    }
}
