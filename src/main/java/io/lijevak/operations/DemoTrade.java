package io.lijevak.operations;

import io.lijevak.operations.DemoCatalog.Product;
import io.lijevak.operations.DemoCustomers.Customer;
import io.lijevak.operations.DemoMarket.Market;
import io.lijevak.operations.DemoPipelines.Pipeline;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Invents a year of deals: when they open, with whom, about what, and how far they come. */
final class DemoTrade {
    static final int COUNT = 900;
    private static final List<Double> SKILLS = List.of(0.7, 0.9, 1.0, 1.15, 1.35);

    private static final int MOST_OF_ONE = 6;

    private DemoTrade() {}

    record Line(Product product, int quantity) {
        BigDecimal worth() {
            return product.price().multiply(BigDecimal.valueOf(quantity));
        }
    }

    record Deal(long id, Customer customer, Pipeline pipeline, DemoJourney journey, List<Line> lines) {
        BigDecimal worth() {
            return lines.stream().map(Line::worth).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        long stage(int step) {
            return pipeline.stages().get(step);
        }
    }

    static List<Deal> year(DemoSetting setting, Market market, List<Long> ids) {
        var openings = DemoRows.upTo(COUNT).stream()
                .map(n -> opening(setting))
                .sorted()
                .toList();
        return DemoRows.upTo(COUNT).stream()
                .map(n -> deal(setting, market, ids.get(n), openings.get(n)))
                .toList();
    }

    private static Deal deal(DemoSetting setting, Market market, long id, Instant opened) {
        var customer = pick(setting, market, opened);
        var kind = List.of(0, 0, 0, 0, 0, 1, 1, 1, 2, 2).get(setting.below(10));
        var pipeline = market.pipelines().get(kind);
        var skill = SKILLS.get(market.sellers().indexOf(customer.responsible()) % SKILLS.size());
        var journey = new DemoJourney(
                        pipeline.route(), setting.random(), setting.company().timeZone(), setting.now())
                .walk(opened, skill);
        return new Deal(id, customer, pipeline, journey, lines(setting, market.products(), kind));
    }

    /** One that was known by then; nobody buys more than a few times a year. */
    private static Customer pick(DemoSetting setting, Market market, Instant opened) {
        var known = (int) market.customers().stream()
                .filter(customer -> customer.since().isBefore(opened))
                .count();
        while (true) {
            var customer = market.customers().get(setting.below(known));
            if (setting.sales().merge(customer.id(), 1, Integer::sum) <= MOST_OF_ONE) {
                return customer;
            }
        }
    }

    private static List<Line> lines(DemoSetting setting, List<Product> products, int kind) {
        var lines = new ArrayList<Line>();
        for (var n = setting.below(3); n >= 0; n--) {
            var product = switch (kind) {
                case 1 -> products.get(22 + setting.below(3));
                case 2 -> products.get(List.of(1, 2, 3, 10, 11, 19, 20, 21).get(setting.below(8)));
                default -> products.get(setting.below(22));
            };
            var most = product.euros() < 100 ? 60 : product.euros() < 1_000 ? 8 : 3;
            if (lines.stream().noneMatch(line -> line.product().equals(product))) {
                lines.add(new Line(product, 1 + setting.below(most)));
            }
        }
        return lines;
    }

    /** More as the year goes on, and most in spring, before the season. */
    private static Instant opening(DemoSetting setting) {
        while (true) {
            var days = setting.random().nextDouble() * 364.5;
            var moment = setting.begin().plusSeconds((long) (days * 86_400));
            var date = moment.atZone(setting.company().timeZone());
            var season = date.getMonthValue() >= 2 && date.getMonthValue() <= 5 ? 1.0 : 0.7;
            var weekday = date.getDayOfWeek().getValue() <= 5 && date.getHour() >= 8 && date.getHour() < 18;
            if (weekday && setting.random().nextDouble() < season * (0.75 + days / 1_460)) {
                return moment;
            }
        }
    }
}
