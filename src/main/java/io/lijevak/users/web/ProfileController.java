package io.lijevak.users.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
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
import org.springframework.util.MultiValueMap;
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
    String change(
            @RequestParam MultiValueMap<String, String> input,
            CurrentUser user,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        var form = Form.of(input);
        try {
            profiles.change(user, read(form, input));
            page.saved(user, flash);
            return "redirect:/profile";
        } catch (InvalidInput e) {
            response.setStatus(422);
            return page.show(user, form.with(e.problems()), Form.empty(), model);
        }
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
            @RequestParam MultiValueMap<String, String> input,
            CurrentUser user,
            Model model,
            RedirectAttributes flash,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = Form.of(input);
        try {
            changePassword.to(
                    user,
                    form.value("old"),
                    form.value("password"),
                    Objects.requireNonNull(SessionFilter.session(request)).key());
            page.saved(user, flash);
            return "redirect:/profile";
        } catch (InvalidInput e) {
            response.setStatus(422);
            return page.show(user, page.stored(user), Form.empty().with(e.problems()), model);
        }
    }

    private static Profiles.Profile read(Form form, MultiValueMap<String, String> input) {
        var reader = form.reader(Locale.ROOT);
        var read = new Profiles.Profile(
                reader.required("name"),
                reader.text("language"),
                reader.text("timeZone"),
                Objects.requireNonNullElse(reader.text("theme"), ""),
                reader.flag("shortcuts"),
                PeopleQuery.version(input));
        reader.check();
        return read;
    }
}
