package io.lijevak.overview.web;

import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.platform.web.ViewExport;
import io.lijevak.users.CurrentUser;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** What the bottlenecks say in a sentence: the page loads it afterwards, a file of the overview has to hold it. */
@Component
class StuckInWords {
    private final ObjectProvider<ViewExport> answers;

    StuckInWords(ObjectProvider<ViewExport> answers) {
        this.answers = answers;
    }

    /** The sentence of the page with this address; empty where it has none to tell. */
    String of(PageLink bottlenecks, Ui ui, CurrentUser user) {
        return answers.stream()
                .filter(answer -> answer.page().equals(bottlenecks.path()))
                .flatMap(answer ->
                        answer
                                .answering()
                                .answer(MultiValueMap.fromSingleValue(bottlenecks.parameters()), ui, user)
                                .stream())
                .map(answer -> answer.words().summary())
                .findFirst()
                .orElse("");
    }
}
