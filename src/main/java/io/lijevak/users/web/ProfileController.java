package io.lijevak.users.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.users.ChangePassword;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Profiles;
import io.lijevak.users.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/profile")
class ProfileController {
    private final Profiles profiles;
    private final ChangePassword changePassword;
    private final ProfilePage page;

    ProfileController(Profiles profiles, ChangePassword changePassword, ProfilePage page) {
        this.profiles = profiles;
        this.changePassword = changePassword;
        this.page = page;
    }

    @SignedIn
    @GetMapping
    String show(CurrentUser user, Model model) {
        return page.show(user, model);
    }

    @SignedIn
    @PostMapping
    String change(SentForm sent, CurrentUser user, Model model, RedirectAttributes flash) {
        return sent.save(
                () -> {
                    profiles.change(user, read(sent.form()));
                    page.saved(user, flash);
                    return "redirect:/profile";
                },
                refused -> page.show(user, refused, Form.empty(), model));
    }

    @SignedIn
    @PostMapping("/theme")
    ResponseEntity<Void> changeTheme(@RequestParam String theme, CurrentUser user) {
        profiles.changeTheme(user, theme);
        return ResponseEntity.noContent().build();
    }

    @SignedIn
    @PostMapping("/language")
    ResponseEntity<Void> changeLanguage(@RequestParam String language, CurrentUser user) {
        profiles.changeLanguage(user, language);
        return ResponseEntity.noContent().build();
    }

    @SignedIn
    @PostMapping("/password")
    String changePassword(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            CurrentUser user,
            Model model,
            RedirectAttributes flash,
            HttpServletRequest request,
            HttpServletResponse response) {
        return SentForm.of(Form.empty(), response)
                .save(
                        () -> {
                            changePassword.to(
                                    user,
                                    old,
                                    password,
                                    Objects.requireNonNull(SessionFilter.session(request))
                                            .key());
                            page.saved(user, flash);
                            return "redirect:/profile";
                        },
                        refused -> page.show(user, page.stored(user), refused, model));
    }

    private static Profiles.Profile read(Form form) {
        var reader = form.reader(Locale.ROOT);
        var read = new Profiles.Profile(
                reader.required("name"),
                reader.text("language"),
                reader.text("timeZone"),
                Objects.requireNonNullElse(reader.text("theme"), ""),
                reader.flag("shortcuts"),
                PeopleQuery.version(form));
        reader.check();
        return read;
    }
}
