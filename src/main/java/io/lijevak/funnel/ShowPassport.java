package io.lijevak.funnel;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Opens a number of a funnel: what is in it and what is not, why a deal is not, and what the ledger itself says. */
@Component
public class ShowPassport {
    /** More deals are not recounted while somebody waits; the nightly check compares all facts with the ledger. */
    public static final long MOST_RECOUNTED = 200_000;

    private final ShowFunnel funnels;
    private final ReadLedger ledger;
    private final DSLContext sql;
    private final ShowFunnel.Moments moments;

    ShowPassport(ShowFunnel funnels, ReadLedger ledger, DSLContext sql, ShowFunnel.Moments moments) {
        this.funnels = funnels;
        this.ledger = ledger;
        this.sql = sql;
        this.moments = moments;
    }

    /** The passport of the number that the text names; a text that names none is refused at {@code cell}. */
    public Passport of(String text, CurrentUser user) {
        user.require(Resource.FUNNEL, Action.VIEW);
        var today = moments.companies().current().today(moments.clock());
        var cell = FunnelCell.read(text, funnels.references(), today);
        if (!cell.groups().isEmpty()) {
            throw InvalidInput.at("cell", "funnel.error.unknown", text);
        }
        var funnel = funnels.show(cell.query(), user)
                .orElseThrow(() -> InvalidInput.at("cell", "funnel.error.unknown", text));
        var asked = new FunnelCell(funnel.query(), cell.stage(), cell.figure());
        var excluded = new EnumMap<Exclusion, Long>(Exclusion.class);
        for (var row : sql.fetch(
                "select out.why, count(*) as deals from {0} where out.why is not null group by out.why",
                ExcludedDeals.of(asked, selection(funnel, user), DealReach.of(user)))) {
            excluded.put(Exclusion.valueOf(row.get("why", String.class)), row.get("deals", Long.class));
        }
        return new Passport(asked, funnel, counted(funnel, asked), days(funnel, asked), excluded);
    }

    /** The first condition that keeps the deal out, null when it is in; empty when the person may not see the deal. */
    public Optional<Verdict> whyNot(Passport passport, long deal, CurrentUser user) {
        var selection = selection(passport.funnel(), user);
        var inclusion = new Inclusion(passport.cell(), selection);
        var filter = passport.cell().query().filter();
        var narrowed = filter.where().isEmpty()
                || one(deal, selection.reach(), selection).isPresent();
        return one(deal, DealReach.of(user), selection)
                .map(read -> new Verdict(
                        read.row().id(),
                        read.row().title(),
                        narrowed ? Optional.ofNullable(inclusion.of(read).why()) : Optional.of(Exclusion.FIELDS)));
    }

    private Optional<LedgerDeal> one(long deal, DealReach reach, Selection selection) {
        var found = new LedgerDeal[1];
        ledger.each(
                reach.condition().and(DSL.condition("f.id = {0}", DSL.val(deal))), selection, read -> found[0] = read);
        return Optional.ofNullable(found[0]);
    }

    /** What was decided of one deal; empty = it is in the number. */
    public record Verdict(long id, String title, Optional<Exclusion> why) {}

    /** Counts the number from the visits, deal by deal; empty when there are too many deals to wait for. */
    public Optional<Passport.Recount> recount(Passport passport, CurrentUser user) {
        if (passport.deals() > MOST_RECOUNTED) {
            return Optional.empty();
        }
        var selection = selection(passport.funnel(), user);
        var sum = new Sum();
        var inclusion = new Inclusion(passport.cell(), selection);
        ledger.each(selection.reach().condition(), selection, deal -> sum.add(inclusion.of(deal)));
        var timed = passport.cell().figure() == Figure.TIMED;
        var amounts = !timed && passport.cell().figure() != Figure.UNDATED;
        var days = timed ? sum.days() : Days.NONE;
        var equal = sum.tally.count() == passport.counted().count()
                && (!amounts || sum.tally.equals(passport.counted()))
                && days.known() == passport.days().known()
                && Objects.equals(days.average(), passport.days().average());
        return Optional.of(new Passport.Recount(sum.tally, days, equal));
    }

    private Selection selection(Funnel funnel, CurrentUser user) {
        var zone = moments.companies().current().timeZone();
        return Selection.of(
                funnel, zone, moments.seen().of(funnel.query().filter().where(), user));
    }

    private static Tally counted(Funnel funnel, FunnelCell cell) {
        var stage = stage(funnel, cell);
        if (cell.stage() != null) {
            return switch (cell.figure()) {
                case WON -> stage.won();
                case LOST -> stage.lost();
                case IN_WORK -> stage.inWork();
                case RETURNED -> stage.returned();
                case DECIDED -> stage.won().plus(stage.lost());
                case ENTERED -> stage.entered();
                case TIMED -> new Tally(stage.days().known(), Tally.NONE.amount(), 0);
                case UNDATED -> new Tally(funnel.totals().undated(), Tally.NONE.amount(), 0);
            };
        }
        var totals = funnel.totals();
        return switch (cell.figure()) {
            case WON -> totals.won();
            case LOST -> totals.lost();
            case IN_WORK -> totals.inWork();
            case DECIDED -> totals.won().plus(totals.lost());
            case ENTERED, RETURNED -> totals.all();
            case TIMED -> new Tally(totals.daysToWin().known(), Tally.NONE.amount(), 0);
            case UNDATED -> new Tally(totals.undated(), Tally.NONE.amount(), 0);
        };
    }

    private static StageFigures stage(Funnel funnel, FunnelCell cell) {
        return funnel.stages().stream()
                .filter(stage -> Objects.equals(stage.stage().id(), cell.stage()))
                .findFirst()
                .orElse(new StageFigures(
                        new FunnelStage(0, "", null, null), Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE, Days.NONE));
    }

    private static Days days(Funnel funnel, FunnelCell cell) {
        if (cell.figure() != Figure.TIMED) {
            return Days.NONE;
        }
        return cell.stage() == null
                ? funnel.totals().daysToWin()
                : stage(funnel, cell).days();
    }

    /** Adds up what is in; of a number of days the amounts do not matter. */
    private static final class Sum {
        private Tally tally = Tally.NONE;
        private long timed;
        private long seconds;

        void add(Inclusion.Verdict verdict) {
            if (verdict.why() != null) {
                return;
            }
            var amount = verdict.amount();
            tally = tally.plus(new Tally(1, amount == null ? Tally.NONE.amount() : amount, amount == null ? 1 : 0));
            if (verdict.seconds() != null) {
                timed++;
                seconds += verdict.seconds();
            }
        }

        Days days() {
            return timed == 0
                    ? Days.NONE
                    : new Days(
                            BigDecimal.valueOf(seconds)
                                    .divide(BigDecimal.valueOf(86_400 * timed), 1, RoundingMode.HALF_UP),
                            null,
                            timed);
        }
    }
}
