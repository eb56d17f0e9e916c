package io.lijevak.customers.web;

import io.lijevak.customers.Channel;
import io.lijevak.customers.Consent;
import io.lijevak.customers.Consents;
import io.lijevak.customers.CustomerId;
import io.lijevak.customers.Customers;
import io.lijevak.customers.RecordConsent;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The consent of a customer per channel over the API: what is in force, and what was said before. */
@RestController
@RequestMapping("/api/v1/customers/{id}/consents")
class ConsentsApi {
    private final Customers customers;
    private final Consents consents;
    private final RecordConsent record;

    ConsentsApi(Customers customers, Consents consents, RecordConsent record) {
        this.customers = customers;
        this.consents = consents;
        this.record = record;
    }

    /** One entry a channel that anything is known of, and every entry ever made, newest first. */
    record ConsentState(List<Consent> inForce, List<Consent> history) {
        static ConsentState of(List<Consent> newestFirst) {
            var inForce = Stream.of(Channel.values())
                    .map(channel -> Consents.inForce(newestFirst, channel))
                    .flatMap(Optional::stream)
                    .toList();
            return new ConsentState(inForce, newestFirst);
        }
    }

    /** What the customer said about a channel, on what day, and what proves it. */
    record ConsentBody(
            @Nullable Channel channel,
            Consent.@Nullable State state,
            @Nullable LocalDate givenOn,
            @Nullable String source) {
        RecordConsent.Given given() {
            if (channel == null || state == null || givenOn == null || source == null) {
                throw new InvalidInput(Stream.of(
                                missing("channel", channel),
                                missing("state", state),
                                missing("givenOn", givenOn),
                                missing("source", source))
                        .flatMap(Optional::stream)
                        .toList());
            }
            return new RecordConsent.Given(channel, state, givenOn, source);
        }

        private static Optional<FieldProblem> missing(String field, @Nullable Object value) {
            return value == null ? Optional.of(new FieldProblem(field, "platform.problem.required")) : Optional.empty();
        }
    }

    @GetMapping
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    ConsentState get(@PathVariable CustomerId id, CurrentUser user) {
        customers.visible(id, user);
        return ConsentState.of(consents.of(id));
    }

    /** Adds an entry, which is then in force for its channel; nothing is overwritten. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    ConsentState record(@PathVariable CustomerId id, @RequestBody ConsentBody body, CurrentUser user) {
        customers.visible(id, user);
        record.of(id, body.given(), user);
        return ConsentState.of(consents.of(id));
    }
}
