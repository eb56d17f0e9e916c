package io.lijevak.operations;

import io.lijevak.platform.Company;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * Where and when the demo company plays: its words, its year up to now, its dice, which always fall alike.
 *
 * @param sales how many deals each customer has had
 */
record DemoSetting(Company company, DemoWords words, Instant now, Random random, Map<Long, Integer> sales) {
    private static final Map<String, String> PRICE_LEVELS =
            Map.of("RUB", "100", "RSD", "117", "HUF", "400", "CZK", "25", "PLN", "4", "BAM", "2", "JPY", "160");
    private static final Duration YEAR = Duration.ofDays(365);

    static DemoSetting of(Company company, Instant now) {
        return new DemoSetting(company, DemoWords.in(company.language()), now, new Random(20260415), new HashMap<>());
    }

    Instant begin() {
        return now.minus(YEAR);
    }

    /** A price in euros at the level of the company's currency. */
    BigDecimal price(double euros) {
        return BigDecimal.valueOf(euros)
                .multiply(new BigDecimal(PRICE_LEVELS.getOrDefault(company.currency(), "1")))
                .setScale(2);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
