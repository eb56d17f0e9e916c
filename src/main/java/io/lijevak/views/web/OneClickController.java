package io.lijevak.views.web;

import io.lijevak.users.Open;
import io.lijevak.views.Recipients;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where a letter's reader stops getting more of it: by the secret of the letter, without signing in. Mail programs press
 * the button of their own by POST (RFC 8058); opening the address changes nothing.
 */
@Controller
@RequestMapping("/one-click/{token}")
class OneClickController {
    private final Recipients recipients;

    OneClickController(Recipients recipients) {
        this.recipients = recipients;
    }

    @Open
    @GetMapping
    String show(@PathVariable String token, Model model, HttpServletResponse response) {
        var found = recipients.find(token);
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        model.addAttribute("letter", found.orElse(null));
        model.addAttribute("token", token);
        return "views/oneClick";
    }

    @Open
    @PostMapping
    String stop(@PathVariable String token, Model model, HttpServletResponse response) {
        recipients.stop(token);
        return show(token, model, response);
    }

    @Open
    @PostMapping("/again")
    String again(@PathVariable String token) {
        recipients.again(token);
        return "redirect:/one-click/" + token;
    }
}
