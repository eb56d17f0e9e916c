package io.lijevak.interactions;

import io.lijevak.interactions.InteractionFields.Circle;
import io.lijevak.platform.FieldProblem;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up whom and what an interaction is about, and completes it: a deal tells its customer, so does a contact. */
@Component
class CircleCheck {
    private final JdbcClient jdbc;

    CircleCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A record; {@code owner} answers for it or for its customer, {@code customer} is the one it belongs to. */
    private record Found(
            String kind,
            long id,
            @Nullable Long owner,
            @Nullable Long customer,
            @Nullable Long stage,
            boolean usable) {}

    /** The circle made whole, the stage of its deal, and what is wrong with it. */
    record Checked(Circle circle, @Nullable Long stage, List<FieldProblem> problems) {}

    /** What stood there before, if anything did, may stay though it be out of use. */
    Checked of(InteractionFields fields, Circle before, CurrentUser user) {
        var found = find(fields);
        var problems = new ArrayList<FieldProblem>();
        var given = fields.circle();
        var deal = found.get("DEAL " + given.deal());
        var customer = customer(given, deal, found);
        check(given.deal(), before.deal(), deal, Resource.DEAL, "deal", user, problems);
        check(
                customer,
                before.customer(),
                found.get("CUSTOMER " + customer),
                Resource.CUSTOMER,
                "customer",
                user,
                problems);
        if (deal != null && deal.customer() != null && !Objects.equals(deal.customer(), customer)) {
            problems.add(new FieldProblem("deal", "interactions.error.dealOfOther"));
        }
        for (var contact : given.contacts()) {
            var known = found.get("CONTACT " + contact);
            if (known == null || !Objects.equals(known.customer(), customer)) {
                problems.add(new FieldProblem("contacts", "interactions.error.contactOfOther"));
            }
        }
        checkPeople(fields, before, found, problems);
        var whole = new Circle(customer, given.deal(), given.contacts(), given.people());
        return new Checked(
                whole,
                deal == null ? null : deal.stage(),
                problems.stream().distinct().toList());
    }

    private static @Nullable Long customer(Circle given, @Nullable Found deal, Map<String, Found> found) {
        if (given.customer() != null) {
            return given.customer();
        }
        if (deal != null && deal.customer() != null) {
            return deal.customer();
        }
        var contact = given.contacts().isEmpty()
                ? null
                : found.get("CONTACT " + given.contacts().getFirst());
        return contact == null ? null : contact.customer();
    }

    private static void check(
            @Nullable Long id,
            @Nullable Long before,
            @Nullable Found found,
            Resource resource,
            String field,
            CurrentUser user,
            List<FieldProblem> problems) {
        if (id == null || id.equals(before)) {
            return;
        }
        if (found == null || !user.can(resource, Action.VIEW, found.owner())) {
            problems.add(new FieldProblem(field, "interactions.error.unknown." + field));
        } else if (!found.usable()) {
            problems.add(new FieldProblem(field, "interactions.error.archived"));
        }
    }

    private static void checkPeople(
            InteractionFields fields, Circle before, Map<String, Found> found, List<FieldProblem> problems) {
        for (var person : fields.circle().people()) {
            var known = found.get("PERSON " + person);
            if (known == null || !known.usable() && !before.people().contains(person)) {
                problems.add(new FieldProblem("people", "platform.problem.choice"));
            }
        }
        var responsible = fields.responsible();
        if (responsible != null && !found.containsKey("PERSON " + responsible)) {
            problems.add(new FieldProblem("responsible", "platform.problem.choice"));
        }
    }

    private Map<String, Found> find(InteractionFields fields) {
        var circle = fields.circle();
        var found = new HashMap<String, Found>();
        jdbc.sql("""
                with contacts as (select id, customer_id, archived_at from contact_person where id = any(:contacts)),
                deals as (select id, responsible_id, customer_id, stage_id from deal where id = cast(:deal as bigint))
                select 'CUSTOMER' as kind, id, responsible_id as owner, null::bigint as customer, null::bigint as stage,
                  archived_at is null as usable
                from customer where id = cast(:customer as bigint) or id in (select customer_id from contacts)
                  or id in (select customer_id from deals)
                union all select 'DEAL', id, responsible_id, customer_id, stage_id, true from deals
                union all select 'CONTACT', id, null, customer_id, null, archived_at is null from contacts
                union all select 'PERSON', id, null, null, null, deactivated_at is null from person where id = any(:people)""")
                .param("contacts", circle.contacts().toArray(Long[]::new))
                .param("deal", circle.deal())
                .param("customer", circle.customer())
                .param(
                        "people",
                        Stream.concat(circle.people().stream(), Stream.ofNullable(fields.responsible()))
                                .toArray(Long[]::new))
                .query(Found.class)
                .list()
                .forEach(one -> found.put(one.kind() + " " + one.id(), one));
        return found;
    }
}
