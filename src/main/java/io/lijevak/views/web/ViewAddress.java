package io.lijevak.views.web;

import io.lijevak.platform.web.Back;
import io.lijevak.views.Question;
import io.lijevak.views.SavedView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** The address of a page as a form sends it: the page, and what it is asked. */
record ViewAddress(String page, Question question) {
    static ViewAddress of(String address) {
        var parts = Back.or(address, "/").split("\\?", 2);
        return new ViewAddress(parts[0], Question.of(parts.length == 2 ? parts[1] : ""));
    }

    /**
     * Where a view is opened: the fragment tells the page's script which one it is. Without parameters a bare question
     * mark says that nothing is asked, so that the page does not open with its usual view instead.
     */
    static String opening(SavedView view, LocalDate today) {
        var address = view.address(today);
        return (address.equals(view.page()) ? address + "?" : address) + fragment(view.id(), view.name());
    }

    static String fragment(long id, String name) {
        return "#view=" + id + "&name="
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        var parameters = question.toString();
        return parameters.isEmpty() ? page : page + "?" + parameters;
    }
}
