package io.lijevak.reports.web;

import io.lijevak.reports.ShowColdTop;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What comes before deals as JSON; the parameters are those of the funnel. */
@RestController
class ColdTopApi {
    private final ShowColdTop top;

    ColdTopApi(ShowColdTop top) {
        this.top = top;
    }

    record Stage(
            ShowColdTop.Stage stage, long count, @Nullable BigDecimal perDeal) {}

    @GetMapping("/api/v1/funnel/cold-top")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    List<Stage> show(@RequestParam Map<String, String> parameters, CurrentUser user) {
        return top.of(parameters, user).stream()
                .map(count -> new Stage(
                        count.stage(),
                        count.count(),
                        count.perDeal().map(each -> Numbers.exact(each, 4)).orElse(null)))
                .toList();
    }
}
