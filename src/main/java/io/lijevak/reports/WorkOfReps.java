package io.lijevak.reports;

import io.lijevak.interactions.HeldContacts;
import io.lijevak.platform.Companies;
import io.lijevak.platform.KeptAnswers;
import io.lijevak.tasks.Discipline;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import io.lijevak.users.Scope;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Counts what each rep did, as one person may see it and as it is. */
@Component
class WorkOfReps {
    private static final List<Resource> COUNTED =
            List.of(Resource.FUNNEL, Resource.DEAL, Resource.CUSTOMER, Resource.INTERACTION, Resource.TASK);
    private final ReadDealsOfReps deals;
    private final HeldContacts contacts;
    private final Discipline discipline;
    private final KeptAnswers answers;
    private final Companies companies;

    /** What two people must have in common to get the same answer; {@code people} has oneself negative. */
    private record Asked(PeopleQuestion question, Map<Resource, Scope> scopes, Set<Long> people) {}

    WorkOfReps(
            ReadDealsOfReps deals,
            HeldContacts contacts,
            Discipline discipline,
            KeptAnswers answers,
            Companies companies) {
        this.deals = deals;
        this.contacts = contacts;
        this.discipline = discipline;
        this.answers = answers;
        this.companies = companies;
    }

    /** By id of the person, of those with closed deals that the user may see. */
    Map<Long, RepWork> seenBy(CurrentUser user, PeopleQuestion question) {
        var scopes = new EnumMap<Resource, Scope>(Resource.class);
        COUNTED.forEach(resource -> scopes.put(resource, user.scope(resource, Action.VIEW)));
        var people = new java.util.HashSet<Long>(scopes.containsValue(Scope.TEAM) ? user.people() : Set.of());
        if (scopes.containsValue(Scope.OWN)) {
            people.add(-user.id());
        }
        return answers.get(new Asked(question, scopes, people), () -> count(question, user));
    }

    /** By id of the person, of all with closed deals: for sums that tell of nobody alone. */
    Map<Long, RepWork> ofAll(CurrentUser user, PeopleQuestion question) {
        return seenBy(everybody(user), question);
    }

    private Map<Long, RepWork> count(PeopleQuestion question, CurrentUser eyes) {
        var held = new HashMap<Long, RepWork.Contacts>();
        contacts.of(question.begun(), eyes)
                .forEach(row -> held.put(
                        row.person(), new RepWork.Contacts(row.calls(), row.meetings(), row.emails(), row.onWon())));
        var promised = new HashMap<Long, RepWork.Assignments>();
        discipline
                .of(question.begun(), companies.current().timeZone(), eyes)
                .forEach(row ->
                        promised.put(row.person(), new RepWork.Assignments(row.n(), row.late() + row.overdue())));
        var work = new HashMap<Long, RepWork>();
        deals.of(question, eyes)
                .forEach((person, closed) -> work.put(
                        person,
                        new RepWork(
                                closed,
                                held.getOrDefault(person, RepWork.Contacts.NONE),
                                promised.getOrDefault(person, RepWork.Assignments.NONE))));
        return Map.copyOf(work);
    }

    /** Who sees all of it, for what is shown in sum only. */
    static CurrentUser everybody(CurrentUser user) {
        var rights = new HashMap<>(user.rights());
        COUNTED.forEach(resource -> rights.put(resource + "." + Action.VIEW, Scope.ALL));
        return new CurrentUser(
                user.person(),
                user.name(),
                user.role(),
                user.language(),
                user.timeZone(),
                user.theme(),
                user.shortcuts(),
                user.people(),
                Map.copyOf(rights));
    }
}
