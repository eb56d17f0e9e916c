package io.lijevak.users.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.users.ApiTokens;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/profile/tokens")
class TokensController {
    private final ApiTokens tokens;
    private final ProfilePage page;

    TokensController(ApiTokens tokens, ProfilePage page) {
        this.tokens = tokens;
        this.page = page;
    }

    /** Where {@link #issue} leaves its reader: what it showed is shown once. */
    @SignedIn
    @GetMapping
    String again() {
        return "redirect:/profile#tokens";
    }

    /** Answers with the page itself: the token is not kept anywhere, so it cannot survive a redirect. */
    @SignedIn
    @PostMapping
    String issue(
            @RequestParam(defaultValue = "") String tokenName,
            CurrentUser user,
            Model model,
            HttpServletResponse response) {
        return SentForm.of(Form.empty(), response)
                .save(
                        () -> {
                            model.addAttribute("token", tokens.issue(user, tokenName));
                            return page.show(user, model);
                        },
                        refused -> page.show(user, page.stored(user), refused, model));
    }

    @SignedIn
    @PostMapping("/{id}/revocation")
    String revoke(@PathVariable long id, CurrentUser user) {
        tokens.revoke(user, id);
        return "redirect:/profile";
    }
}
