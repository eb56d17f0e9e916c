package io.lijevak.process.web;

import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.Instructions;
import io.lijevak.process.ReadStepRules;
import io.lijevak.process.StepRules;
import io.lijevak.process.TypeVersions;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The versions of a deal type: who wrote what and when, and what each of them says. */
@Controller
@RequestMapping("/deal-types/{id}/versions")
class VersionsController {
    private final TypeVersions versions;
    private final DealTypes types;
    private final ReadStepRules rules;
    private final Instructions instructions;
    private final Addressees addressees;

    VersionsController(
            TypeVersions versions,
            DealTypes types,
            ReadStepRules rules,
            Instructions instructions,
            Addressees addressees) {
        this.versions = versions;
        this.types = types;
        this.rules = rules;
        this.instructions = instructions;
        this.addressees = addressees;
    }

    @GetMapping
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    String list(@PathVariable DealTypeId id, @RequestParam(required = false) @Nullable Integer below, Model model) {
        model.addAttribute("type", types.require(id));
        model.addAttribute("versions", versions.of(id, below));
        return "process/versions";
    }

    @GetMapping("/{version}")
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    String show(@PathVariable DealTypeId id, @PathVariable int version, CurrentUser user, Model model) {
        var found = versions.require(id, version);
        var said = rules.of(id, version);
        var files = said.values().stream()
                .map(StepRules::files)
                .flatMap(java.util.List::stream)
                .toList();
        model.addAttribute(
                "page",
                new VersionPage(
                        types.require(id, version),
                        found,
                        said,
                        instructions.attached(id, files),
                        addressees.of(user)));
        return "process/version";
    }
}
