package io.lijevak.funnel;

import io.lijevak.deals.CountedEvents;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All that cells of a matrix can tell a viewer: measures, how many events deals have, and the company's formulas. */
@Component
public class Indicators {
    private final Formulas formulas;
    private final List<CountedEvents> events;

    Indicators(Formulas formulas, List<CountedEvents> events) {
        this.formulas = formulas;
        this.events = List.copyOf(events);
    }

    /** In the order they are offered; retired formulas too, as addresses go on naming them. */
    public List<Indicator> all(CurrentUser viewer) {
        return Stream.of(Stream.of(Measure.values()), events(viewer).stream(), formulas.all().stream())
                .<Indicator>flatMap(some -> some)
                .toList();
    }

    /** The kinds of events whose lists the viewer may open. */
    public List<EventMeasure> events(CurrentUser viewer) {
        return events.stream()
                .flatMap(source -> source.kinds(viewer).stream())
                .map(EventMeasure::new)
                .toList();
    }

    public Optional<Indicator> find(String key, CurrentUser viewer) {
        Stream<? extends Indicator> some = key.startsWith(NamedFormula.PREFIX)
                ? formulas.find(key).stream()
                : key.startsWith(EventMeasure.PREFIX) ? events(viewer).stream() : Stream.of(Measure.values());
        return some.filter(indicator -> indicator.key().equals(key))
                .<Indicator>map(indicator -> indicator)
                .findFirst();
    }
}
