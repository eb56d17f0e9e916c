package io.lijevak.funnel;

import io.lijevak.platform.Conflict;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets the columns answer what they can, and the database the rest: the answer is the same. */
@Component
class FunnelEngines {
    private static final Logger LOG = LoggerFactory.getLogger(FunnelEngines.class);
    private final CountInColumns columns;
    private final CountInDatabase database;
    private final CountEvents events;

    FunnelEngines(CountInColumns columns, CountInDatabase database, CountEvents events) {
        this.columns = columns;
        this.database = database;
        this.events = events;
    }

    /** The cells of a matrix with the events that its measures count; by one engine alone where it is named. */
    Counts count(Pivot pivot, List<Indicator> measures, @Nullable Engine engine) {
        return events.with(measures, pivot, engine == null ? count(pivot) : count(pivot, engine));
    }

    Counts count(Pivot pivot) {
        var counts = columns.count(pivot).or(() -> database.count(pivot)).orElseThrow();
        LOG.debug("pivot answered by {}", counts.engine());
        return counts;
    }

    /** Counts by one engine alone. */
    Counts count(Pivot pivot, Engine engine) {
        CountsDeals counts = engine == Engine.COLUMNS ? columns : database;
        return counts.count(pivot).orElseThrow(() -> new Conflict("funnel.error.engine"));
    }

    /** How many percent are read of the past that a funnel asks for, when that is not done soon; empty when it can be counted. */
    OptionalInt reading(Selection selection, FunnelReferences known) {
        return columns.reading(ofStages(selection, known));
    }

    private static Pivot ofStages(Selection selection, FunnelReferences known) {
        return new Pivot(selection, List.of(DealDimension.STAGE), List.of(), known, true);
    }

    /** The funnel of a selection; amounts are in the company's currency. */
    Funnel funnel(Selection selection, String currency, FunnelReferences known) {
        return funnel(selection, currency, known, count(ofStages(selection, known)));
    }

    static Funnel funnel(Selection selection, String currency, FunnelReferences known, Counts counts) {
        var type = selection.type();
        var all = counts.of(Group.ALL);
        return new Funnel(
                selection.query().ofType(type.id()),
                selection.moment(),
                type,
                currency,
                StageFigures.of(
                        type, known.stages(), stage -> counts.of(new Group(List.of(Long.toString(stage)), List.of()))),
                new FunnelTotals(all.won(), all.lost(), all.inWork(), all.daysToWin(), counts.undated()));
    }
}
