package io.lijevak.complaints;

import io.lijevak.complaints.ComplaintFields.Circle;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules of what is received: whose it is, of what the user may see, in words that fit, not from the future. */
@Component
class ComplaintCheck {
    static final int SUBJECT = 200;
    static final int TEXT = 4_000;
    private static final Duration FORGIVEN = Duration.ofMinutes(5);
    private final JdbcClient jdbc;
    private final Clock clock;

    /** A record that is referred to. */
    record Found(
            String kind,
            long id,
            @Nullable Long owner,
            @Nullable Long customer,
            boolean usable) {}

    ComplaintCheck(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The fields made whole, or a refusal with all that is wrong.
     *
     * @param before what stood there, which may stay though it be out of use
     */
    ComplaintFields sound(ComplaintFields fields, @Nullable Complaint before, CurrentUser user) {
        var problems = new ArrayList<FieldProblem>();
        words(fields, problems);
        var found = find(fields);
        var circle = fields.circle();
        var old =
                before == null ? new Circle(null, null, null) : before.fields().circle();
        var deal = found.get("DEAL " + circle.deal());
        var customer = circle.customer() == null && deal != null ? deal.customer() : circle.customer();
        if (customer == null) {
            problems.add(new FieldProblem("customer", "platform.problem.required"));
        }
        known("customer", customer, old.customer(), found.get("CUSTOMER " + customer), user, problems);
        known("deal", circle.deal(), old.deal(), deal, user, problems);
        if (deal != null && !Objects.equals(deal.customer(), customer)) {
            problems.add(new FieldProblem("deal", "complaints.error.dealOfOther"));
        }
        var contact = found.get("CONTACT " + circle.contact());
        if (circle.contact() != null && (contact == null || !Objects.equals(contact.customer(), customer))) {
            problems.add(new FieldProblem("contact", "complaints.error.contactOfOther"));
        }
        responsible(fields.responsible(), before, found.get("PERSON " + fields.responsible()), problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return fields.of(Objects.requireNonNull(customer));
    }

    private void words(ComplaintFields fields, List<FieldProblem> problems) {
        if (fields.subject().isBlank()) {
            problems.add(new FieldProblem("subject", "platform.problem.required"));
        }
        fits("subject", fields.subject(), SUBJECT, problems);
        fits("description", fields.description(), TEXT, problems);
        if (fields.receivedAt().isAfter(clock.instant().plus(FORGIVEN))) {
            problems.add(new FieldProblem("receivedAt", "complaints.error.ahead"));
        }
    }

    static void fits(String field, @Nullable String text, int most, List<FieldProblem> problems) {
        if (text != null && text.length() > most) {
            problems.add(new FieldProblem(field, "complaints.error.long", most));
        }
    }

    private static void known(
            String field,
            @Nullable Long id,
            @Nullable Long before,
            @Nullable Found found,
            CurrentUser user,
            List<FieldProblem> problems) {
        if (id == null || id.equals(before)) {
            return;
        }
        var resource = field.equals("deal") ? Resource.DEAL : Resource.CUSTOMER;
        if (found == null || !user.can(resource, Action.VIEW, found.owner())) {
            problems.add(new FieldProblem(field, "complaints.error.unknown." + field));
        } else if (!found.usable()) {
            problems.add(new FieldProblem(field, "complaints.error.archived"));
        }
    }

    private static void responsible(
            @Nullable Long id, @Nullable Complaint before, @Nullable Found found, List<FieldProblem> problems) {
        var stays = before != null && Objects.equals(id, before.fields().responsible());
        if (id != null && !stays && (found == null || !found.usable())) {
            problems.add(new FieldProblem("responsible", "platform.problem.choice"));
        }
    }

    private Map<String, Found> find(ComplaintFields fields) {
        var found = new HashMap<String, Found>();
        jdbc.sql("""
                with deals as (select id, responsible_id, customer_id from deal where id = cast(:deal as bigint))
                select 'CUSTOMER' as kind, id, responsible_id as owner, null::bigint as customer, archived_at is null as usable
                from customer where id = cast(:customer as bigint) or id in (select customer_id from deals)
                union all select 'DEAL', id, responsible_id, customer_id, true from deals
                union all select 'CONTACT', id, null, customer_id, true from contact_person
                  where id = cast(:contact as bigint)
                union all select 'PERSON', id, null, null, deactivated_at is null from person
                  where id = cast(:responsible as bigint)""")
                .param("deal", fields.circle().deal())
                .param("customer", fields.circle().customer())
                .param("contact", fields.circle().contact())
                .param("responsible", fields.responsible())
                .query(Found.class)
                .list()
                .forEach(one -> found.put(one.kind() + " " + one.id(), one));
        return found;
    }
}
