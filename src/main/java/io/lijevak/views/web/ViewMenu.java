package io.lijevak.views.web;

import io.lijevak.platform.ViewPage;
import io.lijevak.platform.web.PageLink;
import io.lijevak.users.CurrentUser;
import io.lijevak.views.SavedView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the menu of views offers on a page.
 *
 * @param at the address that the page is at
 * @param open the view that was opened there, or that asks the same
 * @param changed whether the page asks something else than the open view meanwhile
 * @param mine whether the open view is the viewer's own
 * @param sends whether the open view may be sent by mail
 */
public record ViewMenu(
        ViewPage page,
        String at,
        List<SavedView> views,
        @Nullable SavedView open,
        boolean changed,
        boolean mine,
        boolean sends) {
    static ViewMenu of(
            ViewPage page, ViewAddress asked, List<SavedView> views, long open, LocalDate today, CurrentUser viewer) {
        var opened = views.stream()
                .filter(view -> view.id() == open)
                .findFirst()
                .or(() -> views.stream()
                        .filter(view -> view.question(today).same(asked.question()))
                        .findFirst())
                .orElse(null);
        return new ViewMenu(
                page,
                asked.toString(),
                views,
                opened,
                opened != null && !opened.question(today).same(asked.question()),
                opened != null && opened.owner() == viewer.id(),
                false);
    }

    ViewMenu sending(boolean possible) {
        return new ViewMenu(page, at, views, open, changed, mine, possible && open != null);
    }

    /** Where the question is saved under another name. */
    public String saving() {
        return new PageLink("/views/new", Map.of("at", at)).toString();
    }
}
