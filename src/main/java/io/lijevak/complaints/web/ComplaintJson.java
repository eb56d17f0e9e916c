package io.lijevak.complaints.web;

import io.lijevak.complaints.Channel;
import io.lijevak.complaints.Complaint;
import io.lijevak.complaints.ComplaintFields;
import io.lijevak.complaints.Urgency;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Named;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a complaint looks in the API. */
record ComplaintJson(
        long id,
        String state,
        String process,
        String subject,
        @Nullable String description,
        Named customer,
        @Nullable Named contact,
        @Nullable Named deal,
        String channel,
        Instant receivedAt,
        String urgency,
        @Nullable Named responsible,
        @Nullable String points,
        @Nullable Instant dueAt,
        @Nullable String finding,
        @Nullable String reasons,
        @Nullable String compensation,
        @Nullable Instant closedAt,
        @Nullable String end,
        int version) {

    static ComplaintJson of(Complaint one) {
        var fields = one.fields();
        var course = one.course();
        var responsible = one.names().responsible();
        return new ComplaintJson(
                one.id().value(),
                one.isOpen() ? "open" : "closed",
                one.names().process(),
                fields.subject(),
                fields.description(),
                one.names().customer(),
                one.names().contact(),
                one.names().deal(),
                fields.channel().word(),
                fields.receivedAt(),
                fields.urgency().word(),
                responsible == null ? null : new Named(Objects.requireNonNull(fields.responsible()), responsible),
                one.waiting() == null ? null : one.waiting().points(),
                one.waiting() == null ? null : one.waiting().due(),
                course.finding() == null ? null : course.finding().word(),
                course.reasons(),
                course.compensation(),
                course.closed(),
                course.endedAs(),
                one.version());
    }

    /** What is written to receive one, or to change it, then with its version. */
    record Body(
            @Nullable Integer version,
            @Nullable String process,
            @Nullable String subject,
            @Nullable String description,
            @Nullable Long customer,
            @Nullable Long contact,
            @Nullable Long deal,
            @Nullable String channel,
            @Nullable Instant receivedAt,
            @Nullable String urgency,
            @Nullable Long responsible) {

        /** The fields, {@code received} and {@code user} where time and responsible person are left out. */
        ComplaintFields fields(Instant received, @Nullable Long user) {
            var known = optional("channel", channel, Channel.values());
            if (known == null) {
                throw InvalidInput.at("channel", "platform.problem.required");
            }
            var urgent = optional("urgency", urgency, Urgency.values());
            return new ComplaintFields(
                    new ComplaintFields.Circle(customer, contact, deal),
                    subject == null ? "" : subject,
                    description,
                    known,
                    receivedAt == null ? received : receivedAt,
                    urgent == null ? Urgency.NORMAL : urgent,
                    responsible == null ? user : responsible);
        }
    }

    /** Why a complaint ends before its process does. */
    record Ending(@Nullable String reason) {}

    /** The constant of a word, null without one, refused at the field when there is none such. */
    static <E extends Enum<E>> @Nullable E optional(String field, @Nullable String word, E[] constants) {
        if (word == null) {
            return null;
        }
        return Stream.of(constants)
                .filter(constant -> constant.name().equalsIgnoreCase(word.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at(field, "platform.problem.choice", word));
    }
}
