package io.lijevak.properties;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The conditions of a page's address: those in force in words, and what is wrong with the others. */
@Component
public class FieldChips {
    private final FieldConditions conditions;
    private final FieldWords words;
    private final PropertyOrders orders;
    private final List<FieldList> lists;

    FieldChips(FieldConditions conditions, FieldWords words, PropertyOrders orders, List<FieldList> lists) {
        this.conditions = conditions;
        this.words = words;
        this.orders = orders;
        this.lists = lists;
    }

    /** A condition in force, the address without it, and the page that shows it whole when the value does not. */
    public record Chip(
            String label,
            String value,
            String without,
            @Nullable String whole) {}

    /**
     * What an address asks of fields.
     *
     * @param where what can be used
     * @param link the address without what cannot
     * @param orders by which properties the list may be sorted, and is
     */
    public record Read(
            Where where, PageLink link, List<Chip> chips, List<FieldProblem> problems, PropertyOrders.Orders orders) {
        /** An address whose conditions are kept, but not shown. */
        public static Read bare(PageLink link) {
            return new Read(Where.of(link.parameters()), link, List.of(), List.of(), PropertyOrders.Orders.NONE);
        }

        /** The same with problems that were found before. */
        public Read telling(List<FieldProblem> found) {
            return new Read(where, link, chips, found, orders);
        }

        /** The conditions in words, those that cannot be used first. */
        public List<Export.Fact> facts(Ui ui) {
            return Stream.concat(
                            broken(ui).stream(),
                            chips.stream().map(chip -> new Export.Fact(chip.label(), chip.value())))
                    .toList();
        }

        /** Which conditions cannot be used and were left out, in words. */
        public Optional<Export.Fact> broken(Ui ui) {
            var words = problems.stream().map(ui::t).collect(Collectors.joining(" "));
            return words.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Export.Fact("", ui.t("properties.filter.broken") + " " + words));
        }

        /** The address that adds a condition to the named list. */
        public String adding(String list) {
            return beginning(link).at("/filters/" + list).toString();
        }
    }

    /** The list from its beginning; days of a period are called {@code from} too. */
    public static PageLink beginning(PageLink link) {
        return link.value("next").isEmpty() ? link.without("count") : link.without("next", "from", "count");
    }

    public Read of(RecordKind root, Where where, PageLink address, CurrentUser viewer) {
        var checked = conditions.check(root, where, viewer);
        var sound = checked.sound();
        var broken = checked.problems().stream().map(FieldProblem::field).toArray(String[]::new);
        var link = address.without(broken);
        if (!link.value(ConditionTree.PARAMETER).equals(sound.tree())) {
            link = link.with(ConditionTree.PARAMETER, sound.tree());
        }
        return new Read(
                sound,
                link,
                chips(root, sound, link, viewer),
                checked.problems(),
                orders.orders(root, address.value("sort"), viewer));
    }

    /**
     * A file that is taken along tells nobody that a condition was left out.
     *
     * @throws io.lijevak.platform.InvalidInput with the conditions of the address that cannot be used
     */
    public void require(RecordKind root, Map<String, String> parameters, CurrentUser viewer) {
        var problems = conditions.check(root, Where.of(parameters), viewer).problems();
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private List<Chip> chips(RecordKind root, Where where, PageLink link, CurrentUser viewer) {
        var chips = words.chips(root, where, viewer).stream().map(said -> chip(said, link, null));
        var tree = words.tree(where, viewer).map(said -> chip(said, link, editor(link)));
        return Stream.concat(chips, tree.stream()).toList();
    }

    private static Chip chip(FieldWords.Said said, PageLink link, @Nullable String whole) {
        return new Chip(
                said.label(),
                said.value(),
                beginning(link).without(said.parameter()).toString(),
                whole);
    }

    private @Nullable String editor(PageLink link) {
        return lists.stream()
                .filter(list -> list.address().equals(link.path()))
                .findFirst()
                .map(list ->
                        beginning(link).at("/filters/" + list.name() + "/tree").toString())
                .orElse(null);
    }
}
