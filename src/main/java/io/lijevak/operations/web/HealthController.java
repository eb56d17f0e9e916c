package io.lijevak.operations.web;

import io.lijevak.mail.Outcome;
import io.lijevak.operations.DemoContents;
import io.lijevak.operations.DemoPassword;
import io.lijevak.operations.Health;
import io.lijevak.operations.RemoveDemoCompany;
import io.lijevak.operations.TestMail;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class HealthController {
    private final Health health;
    private final DemoContents demo;
    private final DemoPassword demoPassword;
    private final RemoveDemoCompany removal;
    private final TestMail testMail;

    HealthController(
            Health health, DemoContents demo, DemoPassword demoPassword, RemoveDemoCompany removal, TestMail testMail) {
        this.testMail = testMail;
        this.health = health;
        this.demo = demo;
        this.demoPassword = demoPassword;
        this.removal = removal;
    }

    @GetMapping("/health")
    @Allow(resource = Resource.SYSTEM, action = Action.VIEW)
    String show(Model model) {
        model.addAttribute("checks", health.all());
        model.addAttribute("mail", testMail.isPossible());
        model.addAttribute("demo", demo.isPresent());
        model.addAttribute("people", demo.people());
        model.addAttribute("password", demoPassword.value());
        return "operations/health";
    }

    @PostMapping("/health/test-mail")
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    String sendTestMail(CurrentUser user, @ModelAttribute("ui") Ui ui, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "toast",
                switch (testMail.to(user)) {
                    case Outcome.Sent sent -> Toast.of(ui.t("operations.mail.sent"));
                    case Outcome.Refused refused -> Toast.of(ui.t("operations.mail.failed", refused.words()));
                    case Outcome.Failed failed -> Toast.of(ui.t("operations.mail.failed", failed.words()));
                });
        return "redirect:/health";
    }

    @PostMapping("/demo-company/removal")
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    String removeDemo(CurrentUser user, @ModelAttribute("ui") Ui ui, RedirectAttributes redirect) {
        var removed = removal.by(user);
        redirect.addFlashAttribute("toast", Toast.of(ui.t("operations.demo.removed", removed)));
        return "redirect:/health";
    }
}
