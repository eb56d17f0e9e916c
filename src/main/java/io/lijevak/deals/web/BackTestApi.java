package io.lijevak.deals.web;

import io.lijevak.deals.BackTest;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How good the warnings were, for programs. */
@RestController
class BackTestApi {
    private final BackTest backTest;
    private final Today today;

    BackTestApi(BackTest backTest, Today today) {
        this.backTest = backTest;
        this.today = today;
    }

    /** Deals closed from {@code from} to {@code to}, the last twelve months without them. */
    @GetMapping("/api/v1/worklist/back-test")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    BackTest.Report report(@RequestParam Map<String, String> parameters, CurrentUser user) {
        return backTest.of(today.period(parameters), user);
    }
}
