package io.lijevak.users.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Texts;
import io.lijevak.platform.web.Toast;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import io.lijevak.users.Role;
import io.lijevak.users.RoleRights;
import io.lijevak.users.Scope;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/settings/roles")
class RolesController {
    private final RoleRights rights;
    private final Texts texts;

    RolesController(RoleRights rights, Texts texts) {
        this.rights = rights;
        this.texts = texts;
    }

    @Allow(resource = Resource.SYSTEM, action = Action.VIEW)
    @GetMapping
    String show(@RequestParam(defaultValue = "HEAD_OF_SALES") Role role, CurrentUser user, Model model) {
        model.addAttribute("role", role);
        model.addAttribute("matrix", rights.of(role));
        model.addAttribute("editable", user.may(Resource.SYSTEM, Action.EDIT) && user.role() == Role.ADMINISTRATOR);
        return "users/roles";
    }

    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    @PostMapping("/{role}")
    String change(
            @PathVariable Role role,
            @RequestParam MultiValueMap<String, String> input,
            CurrentUser user,
            RedirectAttributes flash) {
        rights.change(user, role, PeopleQuery.version(Form.of(input)), read(input));
        flash.addFlashAttribute("toast", Toast.of(texts.get(user.language(), "users.roles.saved")));
        return "redirect:/settings/roles?role=" + role;
    }

    private static Map<String, Scope> read(MultiValueMap<String, String> input) {
        var reader = Form.of(input).reader(Locale.ROOT);
        var wanted = new HashMap<String, Scope>();
        for (var resource : Resource.values()) {
            for (var action : Action.values()) {
                var right = resource + "." + action;
                var scope = reader.choice(right, Scope.class);
                if (scope != null) {
                    wanted.put(right, scope);
                }
            }
        }
        reader.check();
        return wanted;
    }
}
