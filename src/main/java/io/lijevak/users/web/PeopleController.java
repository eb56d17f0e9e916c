package io.lijevak.users.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.People;
import io.lijevak.users.PersonId;
import io.lijevak.users.PersonInput;
import io.lijevak.users.Resource;
import io.lijevak.users.Role;
import io.lijevak.users.SavePerson;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/people")
class PeopleController {
    private static final int PAGE = 50;
    private final People people;
    private final SavePerson savePerson;
    private final PersonPage page;

    PeopleController(People people, SavePerson savePerson, PersonPage page) {
        this.people = people;
        this.savePerson = savePerson;
        this.page = page;
    }

    @Allow(resource = Resource.PEOPLE, action = Action.VIEW)
    @GetMapping
    String list(@RequestParam MultiValueMap<String, String> input, CurrentUser user, Model model) {
        var form = Form.of(input);
        var filter = PeopleQuery.filter(form);
        var slice = people.list(filter, user, input.getFirst("next"), PAGE);
        model.addAttribute("form", form);
        model.addAttribute("slice", slice);
        model.addAttribute("total", people.count(filter, user));
        model.addAttribute("next", PeopleQuery.next(form, slice.next()));
        page.choices(model, user);
        return "users/people";
    }

    @Allow(resource = Resource.PEOPLE, action = Action.CREATE)
    @GetMapping("/new")
    String blank(CurrentUser user, Model model) {
        return page.blank(Form.of(Map.of("role", Role.SALES_REP.name())), user, model);
    }

    @Allow(resource = Resource.PEOPLE, action = Action.CREATE)
    @PostMapping
    String create(SentForm sent, CurrentUser user, Model model) {
        return sent.save(
                () -> "redirect:/people/" + savePerson.create(user, read(sent.form())),
                refused -> page.blank(refused, user, model));
    }

    @Allow(resource = Resource.PEOPLE, action = Action.VIEW)
    @GetMapping("/{id}")
    String show(@PathVariable PersonId id, CurrentUser user, Model model) {
        user.require(Resource.PEOPLE, Action.VIEW, id.value());
        return page.show(people.require(id), user, model);
    }

    @Allow(resource = Resource.PEOPLE, action = Action.EDIT)
    @PostMapping("/{id}")
    String change(@PathVariable PersonId id, SentForm sent, CurrentUser user, Model model) {
        var form = sent.form();
        return sent.save(
                () -> {
                    savePerson.change(user, id, PeopleQuery.version(form), read(form));
                    return "redirect:/people/" + id;
                },
                refused -> page.show(people.require(id), refused, user, model),
                () -> page.stale(people.require(id), form, user, model));
    }

    private static PersonInput read(Form form) {
        var reader = form.reader(java.util.Locale.ROOT);
        var read = new PersonInput(
                reader.required("name"),
                reader.text("email"),
                reader.choice("role", Role.class),
                reader.id("team"),
                reader.id("head"));
        reader.check();
        return read;
    }
}
