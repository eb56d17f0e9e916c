package io.lijevak.imports.web;

import io.lijevak.imports.Imports;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import io.lijevak.users.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of imports. */
@Controller
class ImportListController {
    private static final int SHOWN = 100;
    private final Imports imports;

    ImportListController(Imports imports) {
        this.imports = imports;
    }

    @Allow(resource = Resource.IMPORT, action = Action.VIEW)
    @GetMapping("/imports")
    String list(CurrentUser user, Model model) {
        var all = user.scope(Resource.IMPORT, Action.VIEW) == Scope.ALL;
        var shown = imports.newest(all ? null : user.id(), SHOWN);
        model.addAttribute("imports", shown);
        return "imports/list";
    }
}
