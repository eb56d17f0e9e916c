package io.lijevak.deals.web;

import io.lijevak.deals.DealOverview;
import io.lijevak.deals.DealRow;
import io.lijevak.deals.LineItems;
import io.lijevak.deals.VisitHistory.Passage;
import io.lijevak.platform.Money;
import io.lijevak.platform.Named;
import io.lijevak.process.StageId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How deals look in the API. */
final class DealJson {
    private DealJson() {}

    /** A deal in a list. */
    record Item(
            long id,
            String title,
            Named type,
            @Nullable Named stage,
            String outcome,
            @Nullable Named customer,
            @Nullable Named responsible,
            @Nullable Named source,
            @Nullable Money amount,
            @Nullable Money potential,
            @Nullable LocalDate expectedClose,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable Named reason,
            io.lijevak.deals.DealMarks marks,
            @Nullable String proven,
            Map<String, Object> properties,
            int version) {

        static Item of(DealRow deal, String ownCurrency, Map<String, Object> properties) {
            return new Item(
                    deal.id(),
                    deal.title(),
                    deal.type(),
                    deal.stage(),
                    deal.outcome().word(),
                    deal.customer(),
                    deal.responsible(),
                    deal.source(),
                    deal.amount(),
                    money(deal.potential(), ownCurrency),
                    deal.expectedClose(),
                    deal.openedAt(),
                    deal.closedAt(),
                    deal.reason(),
                    deal.marks(),
                    deal.proven(),
                    properties,
                    deal.version());
        }
    }

    /** A deal with all that belongs to it. */
    record Whole(
            long id,
            String title,
            Named type,
            int stepsVersion,
            @Nullable Named stage,
            String outcome,
            @Nullable Named customer,
            @Nullable Named contact,
            @Nullable Named responsible,
            @Nullable Named source,
            @Nullable Money amount,
            String currency,
            BigDecimal rate,
            @Nullable Money potential,
            List<Line> lines,
            @Nullable LocalDate expectedClose,
            @Nullable Instant openedAt,
            @Nullable Closure closure,
            @Nullable Integer ownEstimate,
            Map<String, Object> properties,
            int version) {

        static Whole of(
                DealOverview deal, List<LineItems.Item> lines, String ownCurrency, Map<String, Object> properties) {
            return new Whole(
                    deal.id().value(),
                    deal.title(),
                    deal.type(),
                    deal.stepsVersion(),
                    deal.stage(),
                    deal.outcome().word(),
                    deal.parties().customer(),
                    deal.parties().contact(),
                    deal.parties().responsible(),
                    deal.parties().source(),
                    deal.value().amount(),
                    deal.value().currency(),
                    deal.value().rate(),
                    money(deal.value().potential(), ownCurrency),
                    lines.stream()
                            .map(line -> new Line(line.product(), line.quantity(), line.price()))
                            .toList(),
                    deal.expectedClose(),
                    deal.openedAt(),
                    deal.isOpen() ? null : Closure.of(deal.end()),
                    deal.value().ownEstimate(),
                    properties,
                    deal.version());
        }
    }

    /** A product in a deal; the price of one is in the deal's currency. */
    record Line(
            @Nullable Long product,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal price) {}

    /** How a deal ended. */
    record Closure(
            @Nullable Instant at,
            @Nullable Named reason,
            @Nullable Named competitor,
            @Nullable String note) {
        static Closure of(DealOverview.End end) {
            return new Closure(end.at(), end.reason(), end.competitor(), end.note());
        }
    }

    /** A visit of the ledger; its duration runs to now while it is open. */
    record Visit(
            int seq,
            Named stage,
            String outcome,
            String cause,
            @Nullable Instant enteredAt,
            @Nullable Instant leftAt,
            @Nullable Long seconds,
            @Nullable Money entryPotential,
            @Nullable Money exitPotential,
            @Nullable String responsible,
            @Nullable String recordedBy) {

        static Visit of(Passage visit, String ownCurrency) {
            return new Visit(
                    visit.seq(),
                    named(visit.stage(), visit.stageName()),
                    word(visit.outcome()),
                    word(visit.cause()),
                    visit.enteredAt(),
                    visit.leftAt(),
                    elapsed(visit.lasted()),
                    money(visit.entryPotential(), ownCurrency),
                    money(visit.exitPotential(), ownCurrency),
                    visit.responsible(),
                    visit.recordedBy());
        }
    }

    /** What is written to create a deal, or to change it, then with its version. */
    record Body(
            @Nullable Integer version,
            @Nullable String title,
            @Nullable Long type,
            @Nullable Long stage,
            @Nullable Long customer,
            @Nullable Long contact,
            @Nullable Long responsible,
            @Nullable Long source,
            @Nullable Money amount,
            @Nullable String currency,
            @Nullable BigDecimal rate,
            @Nullable LocalDate expectedClose,
            @Nullable List<Line> lines,
            @Nullable NextStep nextStep,
            @Nullable JsonNode properties) {}

    /** The first step of a new deal: a task with the moment it is due; a change of a deal does not look at it. */
    record NextStep(@Nullable String title, @Nullable String due) {}

    static @Nullable Money money(@Nullable BigDecimal value, String currency) {
        return value == null ? null : new Money(value, currency);
    }

    private static Named named(StageId stage, String name) {
        return new Named(stage.value(), name);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Long elapsed(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }
}
