package io.lijevak.operations;

import io.lijevak.operations.DemoTrade.Deal;
import io.lijevak.platform.SearchText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A year of deals of the demo company, with the whole ledger of each. */
@Component
class DemoDeals {
    private final DemoRows rows;
    private final DemoMarket markets;
    private final DemoProcesses processes;

    DemoDeals(DemoRows rows, DemoMarket markets, DemoProcesses processes) {
        this.rows = rows;
        this.markets = markets;
        this.processes = processes;
    }

    /** The ids of the deals, written with the market they are made in. */
    List<Long> write(DemoSetting setting, List<Long> sellers) {
        var market = markets.write(setting, sellers);
        var ids = rows.reserve("deal", DemoTrade.COUNT);
        var deals = DemoTrade.year(setting, market, ids);
        writeDeals(setting, deals);
        writeLines(deals);
        writeVisits(deals);
        processes.write();
        return ids;
    }

    private void writeDeals(DemoSetting setting, List<Deal> deals) {
        var reasons = rows.ids("""
                select r.id from loss_reason r where not r.names_competitor
                  and not exists (select from loss_reason below where below.parent_id = r.id) order by r.position""");
        var beaten = rows.ids("select id from loss_reason where names_competitor order by position limit 1");
        var competitors = competitors(setting);
        var written = new ArrayList<@Nullable Object[]>();
        for (var deal : deals) {
            var lost = deal.journey().outcome().equals("LOST");
            var byCompetitor = lost && setting.below(3) == 0 && !beaten.isEmpty();
            var reason = byCompetitor
                    ? beaten.getFirst()
                    : reasons.get((int) (Math.pow(setting.random().nextDouble(), 2) * reasons.size()));
            written.add(row(
                    setting,
                    deal,
                    lost ? reason : null,
                    byCompetitor ? competitors.get(setting.below(competitors.size())) : null));
        }
        rows.write("""
                insert into deal (id, title, search_text, type_id, steps_version, stage_id, outcome, customer_id,
                  contact_person_id, responsible_id, source_id, amount, currency, rate, expected_close, opened_at,
                  closed_at, loss_reason_id, competitor_id, created_at, created_by)
                overriding system value
                values (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)""", written);
    }

    private List<Long> competitors(DemoSetting setting) {
        var names = setting.words().list("competitors");
        var ids = rows.reserve("competitor", names.size());
        rows.write(
                "insert into competitor (id, name) overriding system value values (?, ?)",
                DemoRows.upTo(names.size()).stream()
                        .map(n -> new Object[] {ids.get(n), names.get(n)})
                        .toList());
        return ids;
    }

    private static @Nullable Object[] row(
            DemoSetting setting, Deal deal, @Nullable Long reason, @Nullable Long competitor) {
        var title = deal.lines().getFirst().product().name();
        var journey = deal.journey();
        var opened = DemoRows.at(journey.legs().getFirst().entered());
        return new @Nullable Object[] {
            deal.id(),
            title,
            SearchText.fold(title),
            deal.pipeline().type(),
            deal.stage(journey.last().step()),
            journey.outcome(),
            deal.customer().id(),
            deal.customer().contact(),
            deal.customer().responsible(),
            deal.customer().source(),
            deal.worth(),
            setting.company().currency(),
            expectedClose(setting, journey),
            opened,
            DemoRows.at(journey.isClosed() ? journey.last().left() : null),
            reason,
            competitor,
            opened,
            deal.customer().responsible()
        };
    }

    /** By the norms, but most sellers put off what they missed. */
    private static LocalDate expectedClose(DemoSetting setting, DemoJourney journey) {
        var zone = setting.company().timeZone();
        var date = journey.expectedClose().atZone(zone).toLocalDate();
        var today = LocalDate.ofInstant(setting.now(), zone);
        return !journey.isClosed() && date.isBefore(today) && setting.below(4) > 0
                ? today.plusDays(3 + setting.below(40))
                : date;
    }

    private void writeLines(List<Deal> deals) {
        var written = new ArrayList<@Nullable Object[]>();
        for (var deal : deals) {
            for (var line : deal.lines()) {
                written.add(new Object[] {
                    deal.id(),
                    line.product().id(),
                    line.quantity(),
                    line.product().price(),
                    deal.lines().indexOf(line)
                });
            }
        }
        rows.write(
                "insert into deal_line (deal_id, product_id, quantity, price, position) values (?, ?, ?, ?, ?)",
                written);
    }

    private void writeVisits(List<Deal> deals) {
        var written = new ArrayList<@Nullable Object[]>();
        for (var deal : deals) {
            var number = 0;
            for (var leg : deal.journey().legs()) {
                number++;
                var left = DemoRows.at(leg.left());
                written.add(new @Nullable Object[] {
                    deal.id(),
                    number,
                    deal.stage(leg.step()),
                    DemoRows.at(leg.entered()),
                    left,
                    leg.outcome(),
                    deal.worth(),
                    left == null ? null : deal.worth(),
                    deal.customer().responsible(),
                    leg.cause(),
                    deal.customer().responsible(),
                    DemoRows.at(leg.entered()),
                    left
                });
            }
        }
        rows.write("""
                insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, left_at, outcome,
                  entry_potential, exit_potential, responsible_id, cause, recorded_by, recorded_at, left_recorded_at)
                values (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", written);
    }
}
