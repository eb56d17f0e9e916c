package io.lijevak.process.web;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.process.ReadInstruction;
import io.lijevak.process.Subject;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** How the work of the stage is done where a record stands: to be read, and as a card of the record's page. */
@Controller
@RequestMapping("/process/instructions/{kind}/{id}")
class InstructionController {
    private final ReadInstruction read;

    InstructionController(ReadInstruction read) {
        this.read = read;
    }

    @GetMapping
    @SignedIn
    String show(@PathVariable String kind, @PathVariable long id, CurrentUser user, Model model) {
        var subject = new Subject(kind, id);
        var instruction = read.of(subject, user);
        if (instruction == null) {
            throw new RecordNotFound("instruction", id);
        }
        model.addAttribute("instruction", instruction);
        model.addAttribute("title", read.title(subject));
        model.addAttribute("href", read.href(subject));
        return "process/instruction";
    }

    @GetMapping("/card")
    @SignedIn
    String card(@PathVariable String kind, @PathVariable long id, CurrentUser user, Model model) {
        model.addAttribute("instruction", read.seen(new Subject(kind, id), user));
        model.addAttribute("path", "/process/instructions/" + kind + "/" + id);
        return "process/instructionCard";
    }
}
