package io.lijevak.complaints.web;

import io.lijevak.complaints.Channel;
import io.lijevak.complaints.Complaint;
import io.lijevak.complaints.Urgency;
import io.lijevak.platform.Named;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.RecordProcess;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of a complaint with what may be chosen in it.
 *
 * @param stored the one that is changed, null for a new one
 * @param back where it returns to
 */
public record FormPage(@Nullable Complaint stored, Form form, Choices choices, String back) {
    /** What may be chosen. */
    public record Choices(
            String customerName,
            List<Named> contacts,
            List<Named> deals,
            List<Named> people,
            List<RecordProcess> processes) {}

    public boolean isNew() {
        return stored == null;
    }

    public String action() {
        return stored == null ? "/complaints" : "/complaints/" + stored.id() + "/edit";
    }

    public List<Option> processes() {
        return choices.processes().stream()
                .map(process -> new Option(process.key(), process.name()))
                .toList();
    }

    public static List<Option> channels(Ui ui) {
        return Stream.of(Channel.values())
                .map(channel -> new Option(channel.name(), ui.t("complaints.channel." + channel.word())))
                .toList();
    }

    public static List<Option> urgencies(Ui ui) {
        return Stream.of(Urgency.values())
                .map(urgency -> new Option(urgency.name(), ui.t("complaints.urgency." + urgency.word())))
                .toList();
    }

    public static List<Option> options(List<Named> named) {
        return named.stream().map(one -> Option.of(one.id(), one.name())).toList();
    }
}
