package io.lijevak.users.web;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.Languages;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.People;
import io.lijevak.users.Person;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import io.lijevak.users.Teams;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a person shows, new, stored or changed by two people at once. */
@Component
class PersonPage {
    private static final int MOST_HEADS = 1000;
    private final People people;
    private final Teams teams;
    private final AuditTrail trail;

    PersonPage(People people, Teams teams, AuditTrail trail) {
        this.people = people;
        this.teams = teams;
        this.trail = trail;
    }

    void choices(Model model, CurrentUser user) {
        model.addAttribute(
                "teams",
                teams.all().stream()
                        .filter(team -> !team.archived())
                        .sorted(Comparator.comparing(Teams.Team::name, Languages.order(user.language())))
                        .map(team -> Option.of(team.id(), team.name()))
                        .toList());
    }

    String blank(Form form, CurrentUser user, Model model) {
        choices(model, user);
        model.addAttribute("form", form);
        model.addAttribute("heads", heads(user));
        return "users/newPerson";
    }

    String show(Person person, CurrentUser user, Model model) {
        return show(person, Form.of(fields(person)), user, model);
    }

    String show(Person person, Form form, CurrentUser user, Model model) {
        choices(model, user);
        model.addAttribute("person", person);
        model.addAttribute("form", form);
        model.addAttribute("heads", heads(user));
        model.addAttribute("own", user.person().equals(person.id()));
        model.addAttribute("entries", trail.history("person", person.id().value(), 50));
        return "users/person";
    }

    /** What was typed stays, beside what somebody else has stored meanwhile; saving again takes what was typed. */
    String stale(Person stored, Form typed, CurrentUser user, Model model) {
        var problems = new ArrayList<FieldProblem>();
        var mine = new LinkedHashMap<String, @Nullable Object>();
        fields(stored).forEach((field, value) -> {
            mine.put(field, field.equals("version") ? value : typed.value(field));
            var theirs = value == null ? "" : value.toString();
            if (!field.equals("version") && !theirs.equals(typed.value(field))) {
                problems.add(new FieldProblem(field, "users.error.theirs", word(stored, field, theirs)));
            }
        });
        problems.add(new FieldProblem("version", "platform.error.stale"));
        return show(stored, Form.of(mine).with(problems), user, model);
    }

    private static String word(Person stored, String field, String value) {
        return switch (field) {
            case "team" -> String.valueOf(stored.teamName() == null ? "–" : stored.teamName());
            case "head" -> String.valueOf(stored.headName() == null ? "–" : stored.headName());
            default -> value.isEmpty() ? "–" : value;
        };
    }

    private List<Option> heads(CurrentUser user) {
        return people.reachedBy(Reach.of(user, Resource.PEOPLE, Action.VIEW), "", user, MOST_HEADS).stream()
                .map(person -> Option.of(person.id(), person.name()))
                .toList();
    }

    private static Map<String, @Nullable Object> fields(Person person) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("version", person.version());
        fields.put("name", person.name());
        fields.put("email", person.email());
        fields.put("role", person.role().name());
        fields.put("team", person.team());
        fields.put("head", person.head());
        return fields;
    }
}
