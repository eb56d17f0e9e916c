package io.lijevak.process.web;

import io.lijevak.platform.Changes;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.process.RouteMaps;
import io.lijevak.process.Subject;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The map of the process about a record: a page of its own, and the part that the record's page shows. */
@Controller
class RunController {
    private final RouteMaps maps;
    private final Changes changes;

    RunController(RouteMaps maps, Changes changes) {
        this.maps = maps;
        this.changes = changes;
    }

    @GetMapping("/process/runs/{kind}/{id}")
    @SignedIn
    String show(@PathVariable String kind, @PathVariable long id, CurrentUser user, Model model) {
        var revision = changes.revision();
        var map = maps.of(new Subject(kind, id), user).orElseThrow(() -> new RecordNotFound("process run", id));
        model.addAttribute("page", new MapPage(map, "/process/runs/" + kind + "/" + id, revision));
        return "process/map";
    }
}
