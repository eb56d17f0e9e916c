package io.lijevak.funnel;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Reckoning;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens a number of the bottlenecks: how it came about, and what the ledger says. */
@Component
public class ShowBottleneckPassport {
    private final RecountBottlenecks recounts;

    ShowBottleneckPassport(RecountBottlenecks recounts) {
        this.recounts = recounts;
    }

    /** Refused at {@code number} and {@code stage} when there is none of that name. */
    public Reckoning of(Bottlenecks found, String stage, String number, CurrentUser user) {
        user.require(Resource.FUNNEL, Action.VIEW);
        return BottleneckReckoning.of(found, id(stage), named(number))
                .orElseThrow(() -> InvalidInput.at("stage", "funnel.error.unknown", stage));
    }

    /** The same calculated from the visits, deal by deal; empty when there are too many deals to wait for. */
    public Optional<Reckoning.Again> recount(Bottlenecks found, Reckoning told, String stage, CurrentUser user) {
        return recounts.of(found, user)
                .flatMap(ledger -> BottleneckReckoning.of(ledger, id(stage), named(told.number())))
                .map(told::against);
    }

    private static long id(String stage) {
        return stage.matches("\\d{1,18}") ? Long.parseLong(stage) : 0;
    }

    private static BottleneckReckoning.Number named(String number) {
        return Arrays.stream(BottleneckReckoning.Number.values())
                .filter(one -> one.word().equals(number))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("number", "funnel.error.unknown", number));
    }
}
