package io.lijevak.users.web;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.People;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import io.lijevak.users.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Options of the search fields that choose a person. */
@Controller
class PeopleChoiceController {
    private static final int MOST = 20;
    private final People people;

    PeopleChoiceController(People people) {
        this.people = people;
    }

    /** Those whose records of the kind the viewer may see. */
    @SignedIn
    @GetMapping("/people/options")
    String options(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "CUSTOMER") Resource of,
            CurrentUser user,
            Model model) {
        model.addAttribute("people", people.reachedBy(Reach.of(user, of, Action.VIEW), q, user, MOST));
        return "users/options";
    }

    /** Everybody who works here: whom one may ask to stand in, or to do something. */
    @SignedIn
    @GetMapping("/people/colleagues")
    String colleagues(@RequestParam(defaultValue = "") String q, CurrentUser user, Model model) {
        model.addAttribute("people", people.colleagues(q, user, MOST));
        return "users/options";
    }
}
