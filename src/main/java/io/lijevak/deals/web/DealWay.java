package io.lijevak.deals.web;

import io.lijevak.deals.DealOverview;
import io.lijevak.process.Arrival;
import io.lijevak.process.Arrivals;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.RouteModel;
import io.lijevak.process.Subject;
import java.util.List;
import org.springframework.stereotype.Component;

/** The steps a deal follows, and where its process waits. */
@Component
class DealWay {
    private final DealTypes types;
    private final Arrivals arrivals;

    DealWay(DealTypes types, Arrivals arrivals) {
        this.types = types;
        this.arrivals = arrivals;
    }

    /** The type as it is now; a deal that its process leads follows the version it began with. */
    DealType type(DealOverview deal) {
        var id = new DealTypeId(deal.type().id());
        return deal.mode() == DealMode.AUTOMATIC ? types.require(id, deal.stepsVersion()) : types.require(id);
    }

    /** The points where somebody has something to do now. */
    List<Arrival> open(DealOverview deal) {
        return deal.mode() != DealMode.AUTOMATIC || !deal.isOpen()
                ? List.of()
                : arrivals.open(Subject.deal(deal.id().value())).stream()
                        .filter(arrival -> arrival.kind() == RouteModel.Kind.POINT)
                        .toList();
    }
}
