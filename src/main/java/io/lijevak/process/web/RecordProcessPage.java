package io.lijevak.process.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.RecordProcess;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The form of a process about other records.
 *
 * @param process the one that is changed, null for a new one
 * @param straight whether its route is a line of points, so that they are listed here
 * @param known all there are, which a new one may begin as a copy of
 */
public record RecordProcessPage(
        @Nullable RecordProcess process, Form form, boolean straight, List<RecordProcess> known, List<String> kinds) {

    public boolean isNew() {
        return process == null;
    }

    public String action() {
        return process == null ? "/settings/processes" : "/settings/processes/" + process.key();
    }

    public List<Option> copies(Ui ui) {
        return known.stream()
                .map(each -> new Option(each.key(), ui.t("process.others.copy", each.name())))
                .toList();
    }

    public List<Option> abouts(Ui ui) {
        return kinds.stream()
                .map(kind -> new Option(kind, ui.t("users.resource." + kind.toUpperCase(Locale.ROOT))))
                .toList();
    }
}
