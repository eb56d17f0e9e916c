package io.lijevak.process.web;

import io.lijevak.process.DealTypes;
import io.lijevak.process.RecordProcesses;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of deal types, and of the processes about other records. */
@Controller
class DealTypeListController {
    private final DealTypes types;
    private final RecordProcesses processes;

    DealTypeListController(DealTypes types, RecordProcesses processes) {
        this.types = types;
        this.processes = processes;
    }

    @GetMapping("/settings/deal-types")
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    String list(Model model) {
        model.addAttribute("types", types.all());
        model.addAttribute("processes", processes.all());
        return "process/types";
    }
}
