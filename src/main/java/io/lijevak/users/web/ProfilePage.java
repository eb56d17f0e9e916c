package io.lijevak.users.web;

import io.lijevak.platform.Languages;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Texts;
import io.lijevak.platform.web.Toast;
import io.lijevak.users.ApiTokens;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Profiles;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the page of one's own settings shows. */
@Component
class ProfilePage {
    private static final List<String> THEMES = List.of("system", "light", "dark");
    private static final List<Option> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*|UTC"))
            .sorted()
            .map(zone -> new Option(zone, zone.replace('_', ' ')))
            .toList();

    private final Profiles profiles;
    private final ApiTokens tokens;
    private final Texts texts;

    ProfilePage(Profiles profiles, ApiTokens tokens, Texts texts) {
        this.profiles = profiles;
        this.tokens = tokens;
        this.texts = texts;
    }

    String show(CurrentUser user, Model model) {
        return show(user, stored(user), Form.empty(), model);
    }

    String show(CurrentUser user, Form form, Form password, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("password", password);
        model.addAttribute("tokens", tokens.of(user));
        model.addAttribute("zones", ZONES);
        model.addAttribute(
                "languages",
                Languages.ALL.stream()
                        .map(language -> new Option(language, Languages.ownName(language)))
                        .toList());
        model.addAttribute(
                "themes",
                THEMES.stream()
                        .map(theme -> new Option(theme, texts.get(user.language(), "users.value.theme." + theme)))
                        .toList());
        return "users/profile";
    }

    Form stored(CurrentUser user) {
        var profile = profiles.of(user);
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("version", profile.version());
        fields.put("name", profile.name());
        fields.put("language", profile.language());
        fields.put("timeZone", profile.timeZone());
        fields.put("theme", profile.theme());
        fields.put("shortcuts", profile.shortcuts());
        return Form.of(fields);
    }

    void saved(CurrentUser user, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", Toast.of(texts.get(user.language(), "users.profile.saved")));
    }
}
