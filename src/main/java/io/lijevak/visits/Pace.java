package io.lijevak.visits;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Lets each address tell of so many visits a minute, and of so many addresses at most; addresses are forgotten with it. */
@Component
public class Pace {
    static final int MOST_OF_ONE = 30;
    static final int MOST_ADDRESSES = 10_000;
    private static final long MINUTE = 60_000;
    private final Clock clock;
    private final AtomicReference<Minute> current = new AtomicReference<>(new Minute(0, Map.of()));

    private record Minute(long number, Map<String, Integer> told) {}

    Pace(Clock clock) {
        this.clock = clock;
    }

    /** Whether one more from the address is within its pace. */
    public boolean allows(String address) {
        var number = clock.millis() / MINUTE;
        var minute = current.updateAndGet(
                last -> last.number() == number ? last : new Minute(number, new ConcurrentHashMap<>()));
        if (minute.told().size() >= MOST_ADDRESSES && !minute.told().containsKey(address)) {
            return false;
        }
        return minute.told().merge(address, 1, Integer::sum) <= MOST_OF_ONE;
    }
}
