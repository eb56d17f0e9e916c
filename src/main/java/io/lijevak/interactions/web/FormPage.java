package io.lijevak.interactions.web;

import io.lijevak.interactions.Interaction;
import io.lijevak.interactions.InteractionKind;
import io.lijevak.interactions.InteractionState;
import io.lijevak.interactions.ReviewAfter;
import io.lijevak.platform.Named;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of an interaction with what may be chosen in it.
 *
 * @param stored the one that is changed, null for a new one
 * @param fixed whether the customer is settled by the page where the form stands
 * @param back where it returns to
 */
public record FormPage(@Nullable Interaction stored, Form form, Choices choices, boolean fixed, String back) {
    /** What may be chosen. */
    public record Choices(String customerName, List<Named> contacts, List<Named> deals, List<Named> people) {}

    public boolean isNew() {
        return stored == null;
    }

    public InteractionKind kind() {
        return InteractionForm.kind(form.value("kind"));
    }

    public InteractionState state() {
        return stored == null ? InteractionForm.state(form) : stored.state();
    }

    public boolean isPlanned() {
        return state() == InteractionState.PLANNED;
    }

    public boolean isUnknown() {
        return (kind() == InteractionKind.CALL || kind() == InteractionKind.EMAIL) && !fixed;
    }

    public String action() {
        return stored == null ? "/interactions" : "/interactions/" + stored.id() + "/edit";
    }

    public List<InteractionKind> kinds() {
        return List.of(InteractionKind.values());
    }

    /** The form of another kind, about the same. */
    public String tab(InteractionKind kind, InteractionState state) {
        return new PageLink("/interactions/new", Map.of())
                .with("kind", kind.word())
                .with("state", state == InteractionState.PLANNED ? state.word() : null)
                .with("customer", form.value("customer"))
                .with("deal", form.value("deal"))
                .with("fixed", fixed ? "1" : null)
                .with("back", back)
                .toString();
    }

    public List<Option> reviews(Ui ui) {
        return Stream.of(ReviewAfter.values())
                .map(after -> new Option(after.name(), ui.t("interactions.review." + after.word())))
                .toList();
    }

    public static List<Option> options(Ui ui, String prefix, Enum<?>[] constants) {
        return Stream.of(constants)
                .map(constant -> new Option(constant.name(), ui.t(prefix + constant.name())))
                .toList();
    }

    public static List<Option> options(List<Named> named) {
        return named.stream().map(one -> Option.of(one.id(), one.name())).toList();
    }
}
