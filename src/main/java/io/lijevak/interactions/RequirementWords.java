package io.lijevak.interactions;

import io.lijevak.platform.web.Texts;
import io.lijevak.process.Input;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the requirement of contacts asks, of the administrator who states it and of whoever has to fulfil it. */
@Component
class RequirementWords {
    private static final List<InteractionKind> KINDS =
            List.of(InteractionKind.CALL, InteractionKind.MEETING, InteractionKind.EMAIL);
    private final Texts texts;

    RequirementWords(Texts texts) {
        this.texts = texts;
    }

    List<Input> settings(CurrentUser user) {
        var kinds = Stream.concat(Stream.of(choice("any", "interactions.requirement.any", user)), kinds(user).stream())
                .toList();
        var states = List.of(
                choice("held", "interactions.state.held", user), choice("planned", "interactions.state.planned", user));
        var since = List.of(
                choice("ever", "interactions.requirement.ever", user),
                choice(WantedContacts.ENTRY, "interactions.requirement.sinceEntry", user));
        return List.of(
                input(WantedContacts.KIND, "interactions.field.kind", Input.Type.CHOICE, kinds, "any"),
                input(WantedContacts.STATE, "interactions.field.state", Input.Type.CHOICE, states, "held"),
                input(WantedContacts.COUNT, "interactions.requirement.count", Input.Type.NUMBER, List.of(), "1"),
                input(WantedContacts.SINCE, "interactions.requirement.since", Input.Type.CHOICE, since, "ever"));
    }

    List<Input> inputs(String name, WantedContacts wanted, CurrentUser user) {
        var kind = wanted.kind() == null
                ? Stream.of(input(name + "-kind", "interactions.field.kind", Input.Type.CHOICE, choices(user), "CALL"))
                : Stream.<Input>of();
        var rest = wanted.state() == InteractionState.PLANNED
                ? Stream.of(
                        input(name + "-at", "interactions.field.plannedAt", Input.Type.DATE_TIME, List.of(), ""),
                        input(name + "-said", "interactions.field.purpose", Input.Type.TEXT, List.of(), ""))
                : Stream.of(input(name + "-said", "interactions.field.result", Input.Type.LONG_TEXT, List.of(), ""));
        return Stream.concat(rest, kind).toList();
    }

    List<Input> outcome(String name, CurrentUser user) {
        var states = List.of(
                choice("HELD", "interactions.result.held", user),
                choice("FAILED", "interactions.state.failed", user),
                choice("CANCELLED", "interactions.result.cancelled", user));
        return List.of(
                input(name + "-said", "interactions.field.result", Input.Type.LONG_TEXT, List.of(), ""),
                input(name + "-state", "interactions.result.outcome", Input.Type.CHOICE, states, "HELD"));
    }

    String kind(InteractionKind kind, CurrentUser user) {
        return texts.get(user.language(), "interactions.kind." + kind.word());
    }

    private List<Input.Choice> kinds(CurrentUser user) {
        return KINDS.stream()
                .map(kind -> choice(kind.word(), "interactions.kind." + kind.word(), user))
                .toList();
    }

    private List<Input.Choice> choices(CurrentUser user) {
        return KINDS.stream()
                .map(kind -> choice(kind.name(), "interactions.kind." + kind.word(), user))
                .toList();
    }

    private Input.Choice choice(String value, String key, CurrentUser user) {
        return new Input.Choice(value, texts.get(user.language(), key));
    }

    private static Input input(String name, String label, Input.Type type, List<Input.Choice> choices, String value) {
        return new Input(name, label, false, type, choices, value.isEmpty() ? null : value);
    }
}
