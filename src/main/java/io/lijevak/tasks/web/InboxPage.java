package io.lijevak.tasks.web;

import io.lijevak.platform.web.PageLink;
import io.lijevak.tasks.TaskInbox.Inbox;
import io.lijevak.tasks.TaskInbox.Stranded;
import java.util.List;

/** The inbox, with the deals for which nothing is planned. */
public record InboxPage(PageLink link, Inbox inbox, List<Stranded> stranded) {
    public String section(String when) {
        return link.with("when", when).toString();
    }
}
