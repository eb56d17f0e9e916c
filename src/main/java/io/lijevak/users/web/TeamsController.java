package io.lijevak.users.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import io.lijevak.users.Teams;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/people/teams")
class TeamsController {
    private final Teams teams;

    TeamsController(Teams teams) {
        this.teams = teams;
    }

    @Allow(resource = Resource.PEOPLE, action = Action.VIEW)
    @GetMapping
    String list(Model model) {
        return page(Form.empty(), model);
    }

    @Allow(resource = Resource.PEOPLE, action = Action.CREATE)
    @PostMapping
    String create(SentForm sent, CurrentUser user, Model model) {
        return sent.save(
                () -> {
                    teams.create(user, sent.form().value("name"));
                    return "redirect:/people/teams";
                },
                refused -> page(refused, model));
    }

    @Allow(resource = Resource.PEOPLE, action = Action.EDIT)
    @PostMapping("/{id}")
    String rename(@PathVariable long id, @RequestParam MultiValueMap<String, String> input, CurrentUser user) {
        teams.rename(
                user, id, PeopleQuery.version(Form.of(input)), Form.of(input).value("name"));
        return "redirect:/people/teams";
    }

    @Allow(resource = Resource.PEOPLE, action = Action.ARCHIVE)
    @PostMapping("/{id}/archive")
    String archive(@PathVariable long id, @RequestParam MultiValueMap<String, String> input, CurrentUser user) {
        teams.archive(
                user, id, PeopleQuery.version(Form.of(input)), Form.of(input).has("archived", "true"));
        return "redirect:/people/teams";
    }

    private String page(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("teams", teams.all());
        return "users/teams";
    }
}
