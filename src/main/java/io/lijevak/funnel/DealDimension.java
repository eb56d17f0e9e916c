package io.lijevak.funnel;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;

/** What every deal has to be grouped by. */
enum DealDimension implements Dimension {
    STAGE,
    OWNER,
    TEAM,
    SOURCE,
    CATEGORY,
    PRODUCT_GROUP,
    OUTCOME,
    OPENED,
    CLOSED,
    ENTERED;

    private static final List<String> STATES = List.of("WON", "LOST", "OPEN");

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String name(GroupWords words) {
        return words.text("funnel.by." + key());
    }

    @Override
    public boolean ofStages() {
        return this == STAGE;
    }

    @Override
    public Table<Record> values(Selection selection) {
        return switch (this) {
            case STAGE -> table("(select cell.stage_id as value where cell.stage_id is not null)");
            case OWNER -> table("(select f.responsible_id as value where f.responsible_id is not null)");
            case TEAM ->
                table(
                        "(select p.team_id as value from person p where p.id = f.responsible_id and p.team_id is not null)");
            case SOURCE -> table("(select f.source_id as value where f.source_id is not null)");
            case CATEGORY ->
                table(
                        "(select c.category_id as value from customer_in_category c where c.customer_id = f.customer_id)");
            case PRODUCT_GROUP -> table("""
                    (select distinct p.group_id as value from deal_line l join product p on p.id = l.product_id
                     where l.deal_id = f.deal_id and p.group_id is not null)""");
            case OUTCOME -> table("(select cell.state as value)");
            case OPENED -> month("f.opened_at", selection);
            case CLOSED -> month("cell.closed_at", selection);
            case ENTERED -> month("cell.entered_at", selection);
        };
    }

    @Override
    public boolean hasOneValue() {
        return this != CATEGORY && this != PRODUCT_GROUP;
    }

    @Override
    public Optional<Field<?>> value(Selection selection) {
        return switch (this) {
            case STAGE -> Optional.of(field("cell.stage_id"));
            case OWNER -> Optional.of(field("f.responsible_id"));
            case SOURCE -> Optional.of(field("f.source_id"));
            case OUTCOME -> Optional.of(field("cell.state"));
            case OPENED -> Optional.of(monthOf("f.opened_at", selection));
            case CLOSED -> Optional.of(monthOf("cell.closed_at", selection));
            case ENTERED -> Optional.of(monthOf("cell.entered_at", selection));
            case TEAM, CATEGORY, PRODUCT_GROUP -> Optional.empty();
        };
    }

    @Override
    public Field<?> text(Name column, Selection selection) {
        return switch (this) {
            case OPENED, CLOSED, ENTERED ->
                field(
                        "to_char({0} at time zone {1}, 'YYYY-MM')",
                        column, val(selection.zone().getId()));
            case STAGE, OWNER, TEAM, SOURCE, CATEGORY, PRODUCT_GROUP, OUTCOME ->
                Dimension.super.text(column, selection);
        };
    }

    /** The begin of the month: cheaper to group by than its name. */
    private static Field<?> monthOf(String moment, Selection selection) {
        return field(
                "date_trunc('month', " + moment + ", {0})", val(selection.zone().getId()));
    }

    private static Table<Record> month(String moment, Selection selection) {
        return table(
                "(select to_char(" + moment + " at time zone {0}, 'YYYY-MM') as value where " + moment
                        + " is not null)",
                val(selection.zone().getId()));
    }

    @Override
    public Comparator<String> order(FunnelReferences known, FunnelType type) {
        return switch (this) {
            case OPENED, CLOSED, ENTERED -> Comparator.naturalOrder();
            case OUTCOME -> Comparator.comparingInt(STATES::indexOf);
            case STAGE ->
                placeIn(type.steps().stream().map(FunnelStage::id).toList())
                        .thenComparing(placeIn(List.copyOf(known.stages().keySet())));
            case OWNER, TEAM, SOURCE, CATEGORY, PRODUCT_GROUP ->
                placeIn(known.of(reference()).stream()
                        .map(FunnelReferences.Choice::id)
                        .toList());
        };
    }

    /** By place in the list; what is not in it comes last. */
    private static Comparator<String> placeIn(List<Long> ids) {
        return Comparator.comparingInt(value -> {
            var place = ids.indexOf(Long.valueOf(value));
            return place < 0 ? Integer.MAX_VALUE : place;
        });
    }

    @Override
    public String label(String value, FunnelReferences known, GroupWords words) {
        if (value.equals(NONE)) {
            return words.text("funnel.by." + key() + ".none");
        }
        return switch (this) {
            case OPENED, CLOSED, ENTERED -> words.month(YearMonth.parse(value));
            case OUTCOME -> words.text("funnel.outcome." + value.toLowerCase(Locale.ROOT));
            case STAGE -> {
                var stage = known.stages().get(Long.valueOf(value));
                yield stage == null ? value : stage.name();
            }
            case OWNER, TEAM, SOURCE, CATEGORY, PRODUCT_GROUP ->
                known.of(reference()).stream()
                        .filter(choice -> Long.toString(choice.id()).equals(value))
                        .map(FunnelReferences.Choice::name)
                        .findFirst()
                        .orElse(value);
        };
    }

    private String reference() {
        return this == PRODUCT_GROUP ? FunnelReferences.PRODUCT_GROUP : key();
    }
}
