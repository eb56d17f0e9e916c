package io.lijevak.interactions;

import io.lijevak.customers.EmailAddress;
import io.lijevak.customers.PhoneNumber;
import io.lijevak.platform.Companies;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.Named;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers and addresses of those who called or wrote and are not matched yet: one writing each, and who has them. */
@Component
public class Counterparts {
    private final JdbcClient jdbc;
    private final Companies companies;

    Counterparts(JdbcClient jdbc, Companies companies) {
        this.jdbc = jdbc;
        this.companies = companies;
    }

    /** The same with the number in E.164, or the address in lower case; what is neither is a problem. */
    InteractionFields sound(InteractionFields given, List<FieldProblem> problems) {
        var occasion = switch (given.occasion()) {
            case Occasion.Call call ->
                new Occasion.Call(call.direction(), number(call.number(), problems), call.minutes());
            case Occasion.Email email -> new Occasion.Email(email.direction(), address(email.address(), problems));
            case Occasion.Note note -> note;
            case Occasion.Meeting meeting -> meeting;
        };
        return new InteractionFields(
                occasion,
                given.at(),
                given.subject().strip(),
                given.text(),
                given.result(),
                given.importance(),
                given.circle(),
                given.responsible());
    }

    /** Customers that the viewer may see and that have the number or address, they or their contact persons. */
    public List<Named> having(String counterpart, CurrentUser viewer) {
        var reach = Reach.of(viewer, Resource.CUSTOMER, Action.VIEW);
        return jdbc.sql("""
                select distinct c.id, c.name from contact_point x join customer c on c.id = x.customer_id
                where x.value = :value and c.archived_at is null and %s order by c.name, c.id limit 5""".formatted(reach.sql("c.responsible_id")))
                .param("value", counterpart)
                .params(reach.parameters())
                .query(Named.class)
                .list();
    }

    private @Nullable String number(@Nullable String written, List<FieldProblem> problems) {
        var country = companies.current().country();
        return read(
                written,
                "interactions.error.number",
                problems,
                text -> PhoneNumber.read(text, country).map(PhoneNumber::value));
    }

    private static @Nullable String address(@Nullable String written, List<FieldProblem> problems) {
        return read(
                written,
                "interactions.error.address",
                problems,
                text -> EmailAddress.read(text).map(EmailAddress::value));
    }

    private static @Nullable String read(
            @Nullable String written,
            String problem,
            List<FieldProblem> problems,
            java.util.function.Function<String, Optional<String>> reading) {
        if (written == null || written.isBlank()) {
            return null;
        }
        var value = reading.apply(written);
        if (value.isEmpty()) {
            problems.add(new FieldProblem("counterpart", problem, written));
        }
        return value.orElse(null);
    }
}
