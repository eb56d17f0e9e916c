package io.lijevak.funnel;

import io.lijevak.users.CurrentUser;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers the same question about another period, rep or team, with the deals the asking person may see. */
@Component
public class CompareFunnels {
    private final ShowFunnel funnels;

    CompareFunnels(ShowFunnel funnels) {
        this.funnels = funnels;
    }

    /** Both funnels, empty when the parameters ask for no comparison; what cannot be read is refused at its parameter. */
    public Optional<ComparedFunnels> of(
            Funnel funnel, Map<String, String> parameters, LocalDate today, CurrentUser user) {
        return Comparison.read(parameters, funnel.query(), funnels.references(), today)
                .flatMap(with -> funnels.show(with.query(), user).map(then -> new ComparedFunnels(funnel, then, with)));
    }
}
