package io.lijevak.users.web;

import io.lijevak.platform.web.Texts;
import io.lijevak.platform.web.Toast;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.DeactivatePerson;
import io.lijevak.users.InvitePerson;
import io.lijevak.users.PersonId;
import io.lijevak.users.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Whether a person may come in: the link to set a password, the end of access and its return. */
@Controller
@RequestMapping("/people/{id}")
class PersonAccessController {
    private final InvitePerson invitePerson;
    private final DeactivatePerson deactivatePerson;
    private final Texts texts;

    PersonAccessController(InvitePerson invitePerson, DeactivatePerson deactivatePerson, Texts texts) {
        this.invitePerson = invitePerson;
        this.deactivatePerson = deactivatePerson;
        this.texts = texts;
    }

    /** Answers with the page itself: the link is not kept anywhere, so it cannot survive a redirect. */
    @Allow(resource = Resource.PEOPLE, action = Action.EDIT)
    @PostMapping("/invitation")
    String invite(@PathVariable PersonId id, CurrentUser user, Model model) {
        var link = invitePerson.link(user, id);
        model.addAttribute("link", link);
        model.addAttribute(
                "address",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/invitation/{secret}")
                        .buildAndExpand(link.secret())
                        .toUriString());
        return "users/invited";
    }

    @Allow(resource = Resource.PEOPLE, action = Action.ARCHIVE)
    @PostMapping("/deactivation")
    String deactivate(@PathVariable PersonId id, CurrentUser user, RedirectAttributes flash) {
        deactivatePerson.now(user, id);
        flash.addFlashAttribute(
                "toast",
                new Toast(texts.get(user.language(), "users.person.deactivated"), "/people/" + id + "/reactivation"));
        return "redirect:/people/" + id;
    }

    @Allow(resource = Resource.PEOPLE, action = Action.ARCHIVE)
    @PostMapping("/reactivation")
    String reactivate(@PathVariable PersonId id, CurrentUser user, RedirectAttributes flash) {
        deactivatePerson.undo(user, id);
        flash.addFlashAttribute("toast", Toast.of(texts.get(user.language(), "users.person.reactivated")));
        return "redirect:/people/" + id;
    }
}
