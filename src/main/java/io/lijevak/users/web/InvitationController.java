package io.lijevak.users.web;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.users.AcceptInvitation;
import io.lijevak.users.Open;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an invited person sets a password. */
@Controller
@RequestMapping("/invitation/{secret}")
class InvitationController {
    private final AcceptInvitation acceptInvitation;
    private final Entrance entrance;

    InvitationController(AcceptInvitation acceptInvitation, Entrance entrance) {
        this.acceptInvitation = acceptInvitation;
        this.entrance = entrance;
    }

    @Open
    @GetMapping
    String show(@PathVariable String secret, Model model, HttpServletResponse response) {
        return page(secret, Form.empty(), model, response);
    }

    @Open
    @PostMapping
    String accept(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return SentForm.of(Form.empty(), response)
                    .save(
                            () -> {
                                entrance.open(acceptInvitation.with(secret, password), request, response);
                                return "redirect:/";
                            },
                            refused -> page(secret, refused, model, response));
        } catch (RecordNotFound e) {
            return page(secret, Form.empty(), model, response);
        }
    }

    private String page(String secret, Form form, Model model, HttpServletResponse response) {
        var person = acceptInvitation.find(secret);
        if (person.isEmpty()) {
            response.setStatus(404);
            return "users/invitationGone";
        }
        model.addAttribute("person", person.get());
        model.addAttribute("secret", secret);
        model.addAttribute("form", form);
        return "users/invitation";
    }
}
