package io.lijevak.interactions.web;

import io.lijevak.deals.CircleChoices;
import io.lijevak.interactions.ExportInteractions;
import io.lijevak.interactions.Interaction;
import io.lijevak.interactions.InteractionFilter;
import io.lijevak.interactions.InteractionSelection;
import io.lijevak.interactions.Interactions;
import io.lijevak.platform.Named;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.TableDownload.Column;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of interactions; its whole state stands in the address. */
@Controller
class InteractionListController {
    private static final int PAGE = 50;
    private final Interactions interactions;
    private final CircleChoices choices;
    private final ExportInteractions export;
    private final List<InteractionSelection> selections;

    InteractionListController(
            Interactions interactions,
            CircleChoices choices,
            ExportInteractions export,
            List<InteractionSelection> selections) {
        this.selections = selections;
        this.interactions = interactions;
        this.choices = choices;
        this.export = export;
    }

    @GetMapping("/interactions")
    @Allow(resource = Resource.INTERACTION, action = Action.VIEW)
    String show(@RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        var link = new PageLink("/interactions", parameters);
        var filter = InteractionFilter.of(link.parameters());
        model.addAttribute("page", page(link, filter, interactions.page(filter, link.value("next"), PAGE, user), user));
        return "interactions/list";
    }

    private ListPage page(PageLink link, InteractionFilter filter, Slice<Interaction> slice, CurrentUser user) {
        var people = choices.people(user, List.of());
        return new ListPage(link, slice, interactions.count(filter, user), people, names(filter, user, people));
    }

    @GetMapping("/interactions/export.{ending:csv|xlsx|pdf}")
    @Allow(resource = Resource.INTERACTION, action = Action.EXPORT)
    void export(
            @PathVariable String ending,
            @RequestParam Map<String, String> parameters,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            HttpServletResponse response) {
        answer(parameters, ui, user).send(ending, response);
    }

    Export answer(Map<String, String> parameters, Ui ui, CurrentUser user) {
        var filter = InteractionFilter.of(parameters);
        var page = page(new PageLink("/interactions", parameters), filter, new Slice<>(List.of(), null), user);
        var facts = page.chips(ui).stream().map(chip -> new Export.Fact(chip.label(), chip.value()));
        return Export.ofList(
                ui, ui.t("interactions.title"), facts.toList(), columns(ui), rows -> export.to(rows, filter, user));
    }

    /** The names behind the ids of the filter. */
    private Map<String, String> names(InteractionFilter filter, CurrentUser user, List<Named> people) {
        var names = choices.names(filter.customer(), filter.deal(), user);
        people.stream()
                .filter(person -> filter.person() != null && person.id() == filter.person())
                .forEach(person -> names.put("person", person.name()));
        for (var selection : selections) {
            var key = filter.selected().getOrDefault(selection.parameter(), "");
            if (!key.isEmpty()) {
                names.put(selection.parameter(), selection.words(key, user));
            }
        }
        return names;
    }

    private static List<Column<Interaction>> columns(Ui ui) {
        return List.of(
                column(ui, "kind", one -> ui.t("interactions.kind." + one.kind().word())),
                column(
                        ui,
                        "state",
                        one -> ui.t("interactions.state." + one.state().word())),
                column(ui, "at", Interaction::at),
                column(ui, "direction", one -> {
                    var direction = one.fields().occasion().direction();
                    return direction == null ? null : ui.t("interactions.direction." + direction.name());
                }),
                column(ui, "subject", one -> one.fields().subject()),
                column(ui, "customer", one -> name(one.names().customer())),
                column(ui, "contacts", one -> joined(one.names().contacts())),
                column(ui, "deal", one -> name(one.names().deal())),
                column(ui, "responsible", one -> one.names().responsible()),
                column(ui, "people", one -> joined(one.names().people())),
                column(ui, "minutes", one -> one.fields().occasion().minutes()),
                column(
                        ui,
                        "importance",
                        one -> ui.t("interactions.importance." + one.fields().importance())),
                column(ui, "text", one -> one.fields().text()),
                column(ui, "result", one -> one.fields().result()));
    }

    private static Column<Interaction> column(
            Ui ui, String field, java.util.function.Function<Interaction, @Nullable Object> value) {
        return new Column<>(ui.t("interactions.field." + field), value);
    }

    private static @Nullable String name(@Nullable Named named) {
        return named == null ? null : named.name();
    }

    private static String joined(List<Named> several) {
        return several.stream().map(Named::name).collect(Collectors.joining(", "));
    }
}
