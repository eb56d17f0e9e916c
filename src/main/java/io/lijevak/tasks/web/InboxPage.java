package io.lijevak.tasks.web;

import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.tasks.TaskInbox.Inbox;
import io.lijevak.tasks.TaskInbox.Stranded;
import java.util.List;

/** The inbox, with the deals for which nothing is planned. */
public record InboxPage(PageLink link, Inbox inbox, List<Stranded> stranded) {
    private static final int SHOWN = 5;
    static final int COUNTED = 100;

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
