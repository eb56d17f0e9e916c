package io.lijevak.reports.web;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.reports.AskPeople;
import io.lijevak.reports.ShowCustomerMix;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The mix of customers as JSON; the parameters are those of the page: dealType, from, to, by. */
@RestController
@RequestMapping("/api/v1/reports/people/customers")
class CustomerMixApi {
    private final AskPeople ask;
    private final ShowCustomerMix mixes;

    CustomerMixApi(AskPeople ask, ShowCustomerMix mixes) {
        this.ask = ask;
        this.mixes = mixes;
    }

    /** Decided deals of one kind of customer; kind = the value as in the matrix, empty = not known. */
    record Part(String kind, long decided, BigDecimal share, BigDecimal wonAmount) {}

    record Rep(PeopleReportsApi.Named rep, long decided, BigDecimal wonAmount, List<Part> parts) {}

    record Answer(PeopleReportsApi.Asked asked, String by, List<Rep> reps) {}

    @GetMapping
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    Answer show(@RequestParam Map<String, String> parameters, CurrentUser user) {
        var by = mixes.choice(parameters, user);
        var question = ask.read(parameters, user).orElseThrow(() -> new RecordNotFound("deal type", "of any kind"));
        var mix = mixes.of(question, by, user);
        return new Answer(
                PeopleReportsApi.Asked.of(question),
                by.key(),
                mix.rows().stream().map(row -> rep(mix, row)).toList());
    }

    private static Rep rep(ShowCustomerMix.Mix mix, ShowCustomerMix.Row row) {
        var parts = IntStream.range(0, mix.kinds().size())
                .mapToObj(i -> part(mix.kinds().get(i), row.parts().get(i)))
                .toList();
        return new Rep(new PeopleReportsApi.Named(row.id(), row.name()), row.decided(), row.amount(), parts);
    }

    private static Part part(String kind, ShowCustomerMix.Part part) {
        return new Part(kind, part.decided(), Numbers.exact(part.share(), 6), part.amount());
    }
}
