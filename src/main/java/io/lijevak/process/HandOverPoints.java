package io.lijevak.process;

import io.lijevak.users.CurrentUser;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives what a process asks of whoever answers for its record to the one who answers for it now. */
@Component
public class HandOverPoints {
    private final Arrivals arrivals;
    private final PointAddressees addressees;
    private final Addressing addressing;
    private final ReassignPoint points;
    private final ApplicationEventPublisher events;

    HandOverPoints(
            Arrivals arrivals,
            PointAddressees addressees,
            Addressing addressing,
            ReassignPoint points,
            ApplicationEventPublisher events) {
        this.arrivals = arrivals;
        this.addressees = addressees;
        this.addressing = addressing;
        this.points = points;
        this.events = events;
    }

    /**
     * Called after the record got another responsible person. Points of a person, a role or the customer's responsible
     * stay, and so do those that were delegated to somebody else.
     *
     * @param before who answered for the record until now
     * @return how many points changed hands
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int from(@Nullable Long before, Subject subject, CurrentUser by) {
        var moved = 0;
        for (var arrival : arrivals.open(subject)) {
            if (arrival.kind() == RouteModel.Kind.POINT
                    && isWith(before, arrival)
                    && addressees.of(arrival) instanceof Addressee.Responsible responsible) {
                moved += hand(arrival, addressing.find(responsible, subject), by) ? 1 : 0;
            }
        }
        return moved;
    }

    private boolean isWith(@Nullable Long before, Arrival arrival) {
        var executor = arrival.executor();
        return executor == null
                || arrival.fellToHead()
                || executor.equals(before)
                || before != null && executor == addressing.present(before);
    }

    private boolean hand(Arrival arrival, Addressing.Executor executor, CurrentUser by) {
        if (Objects.equals(executor.person(), arrival.executor())) {
            return false;
        }
        points.to(executor, arrival.id());
        events.publishEvent(new PointReassigned(arrival.id(), executor.person(), executor.fellToHead(), by));
        return true;
    }
}
