package io.lijevak.complaints;

import io.lijevak.complaints.ComplaintFields.Circle;
import io.lijevak.customers.A;
import io.lijevak.customers.CreateCustomer;
import io.lijevak.customers.CustomerId;
import io.lijevak.process.Arrival;
import io.lijevak.process.Arrivals;
import io.lijevak.process.CompletePoint;
import io.lijevak.process.Subject;
import io.lijevak.users.CurrentUser;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Complaints that tests need, and steps along their process. */
@Component
class ComplaintWorld {
    private final CreateCustomer create;
    private final ReceiveComplaint receive;
    private final Arrivals arrivals;
    private final CompletePoint complete;

    ComplaintWorld(CreateCustomer create, ReceiveComplaint receive, Arrivals arrivals, CompletePoint complete) {
        this.create = create;
        this.receive = receive;
        this.arrivals = arrivals;
        this.complete = complete;
    }

    CustomerId customer(String name, CurrentUser by) {
        return create.from(new A(name).of(by.id()).fields(), by).id();
    }

    static ComplaintFields fields(CustomerId customer, String subject, @Nullable Long responsible) {
        return fields(new Circle(customer.value(), null, null), subject, responsible);
    }

    static ComplaintFields fields(Circle circle, String subject, @Nullable Long responsible) {
        return new ComplaintFields(
                circle,
                subject,
                "It leaks",
                Channel.PHONE,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Urgency.NORMAL,
                responsible);
    }

    ComplaintId received(CustomerId customer, String subject, CurrentUser by) {
        return receive.with(fields(customer, subject, by.id()), null, by);
    }

    List<Arrival> open(ComplaintId id) {
        return arrivals.open(new Subject("complaint", id.value()));
    }

    /** The nodes where its process waits. */
    List<String> waits(ComplaintId id) {
        return open(id).stream().map(Arrival::node).toList();
    }

    void complete(ComplaintId id, Map<String, String> answers, CurrentUser by) {
        complete.with(open(id).getFirst().id(), answers, null, by);
    }

    /** Receives, investigates, and comes to the decision. */
    ComplaintId toBeDecided(CustomerId customer, CurrentUser by) {
        var id = received(customer, "Leaking pump", by);
        complete(id, Map.of(), by);
        complete(id, Map.of(), by);
        return id;
    }
}
