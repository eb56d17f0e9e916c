package io.lijevak.tasks.web;

import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.tasks.TaskInbox.Inbox;
import io.lijevak.tasks.TaskInbox.Stranded;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import io.lijevak.users.Scope;
import java.util.List;

/**
 * The inbox, with the deals for which nothing is planned.
 *
 * @param leads whether the reader sees deals of others too, and so how these others stand
 */
public record InboxPage(PageLink link, Inbox inbox, List<Stranded> stranded, boolean leads) {
    private static final int SHOWN = 5;
    static final int COUNTED = 100;

    static InboxPage of(PageLink link, Inbox inbox, List<Stranded> stranded, CurrentUser user) {
        var scope = user.scope(Resource.DEAL, Action.VIEW);
        return new InboxPage(link, inbox, stranded, scope == Scope.TEAM || scope == Scope.ALL);
    }

    public List<Stranded> shown() {
        return stranded.subList(0, Math.min(SHOWN, stranded.size()));
    }

    public String strandedCount(Ui ui) {
        return ui.f().number(stranded.size()) + (stranded.size() < COUNTED ? "" : "+");
    }

    public String section(String when) {
        return link.with("when", when).toString();
    }
}
