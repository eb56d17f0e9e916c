package io.lijevak.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Optional;
import java.util.regex.Pattern;

/** Somebody who has only keys: at every stop of Tab the focus must be seen, and a mouse must never have been there. */
final class Keyboard {
    private static final int PATIENCE = 80;
    /** A mark around the focused element or what stands for it, within the window and under no other element. */
    private static final String UNSEEN = """
            () => {
              const e = document.activeElement;
              if (!e || e === document.body || e.closest('.sr')) return '';
              const stands = [e, e.closest('label'), e.parentElement].filter(Boolean);
              const marked = n => {
                const s = getComputedStyle(n);
                return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 || s.boxShadow !== 'none';
              };
              const name = e.outerHTML.slice(0, 120);
              if (!stands.some(marked)) return 'no mark at ' + name;
              const r = e.getBoundingClientRect();
              const x = Math.min(Math.max(r.left + r.width / 2, 0), innerWidth - 1);
              const y = Math.min(Math.max(r.top + Math.min(r.height, innerHeight) / 2, 0), innerHeight - 1);
              const top = document.elementFromPoint(x, y);
              return top && (e.contains(top) || stands.some(n => n.contains(top))) ? '' : 'hidden at ' + [x, y] + ' by ' + top?.outerHTML.slice(0, 60) + ': ' + name;
            }""";

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
        page.addInitScript("""
                for (const kind of ['pointerdown', 'mousedown', 'touchstart', 'dragstart'])
                  addEventListener(kind, event => { if (event.isTrusted) throw new Error('not by keyboard: ' + kind); }, true);
                """);
    }

    Keyboard press(String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** Goes on with Tab until the element has the focus. */
    Keyboard tabTo(String selector) {
        for (int presses = 0; presses < PATIENCE; presses++) {
            if (isAt(selector)) {
                return this;
            }
            page.keyboard().press("Tab");
            assertThat(page.evaluate(UNSEEN)).as("where Tab stops").isEqualTo("");
        }
        throw new AssertionError(PATIENCE + " tabs do not reach " + selector);
    }

    /** Presses and waits for the page that the key leads to, its address ending as the expression says. */
    Keyboard lead(String key, String address) {
        page.keyboard().press(key);
        page.waitForURL(Pattern.compile(".*" + address + "$"));
        page.waitForLoadState();
        return this;
    }

    private boolean isAt(String selector) {
        return Optional.of(page.evaluate("s => !!document.activeElement?.matches(s)", selector))
                .map(Boolean.class::cast)
                .orElseThrow();
    }
}
