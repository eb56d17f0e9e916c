package io.lijevak.funnel;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a number of a funnel or a matrix: what is in it and what is not, why a deal is not, and what the ledger says. */
@Component
public class ShowPassport {
    /** More deals are not recounted while somebody waits; the nightly check compares all facts with the ledger. */
    public static final long MOST_RECOUNTED = 200_000;

    private final ShowMatrix matrices;
    private final Indicators indicators;
    private final ReadCells cells;
    private final RecountCell recounts;
    private final ShowCellRates rates;
    private final DSLContext sql;

    /** Who counts again. */
    @Component
    record Again(RecountCell cells, ShowCellRates rates) {}

    ShowPassport(ShowMatrix matrices, Indicators indicators, ReadCells cells, Again again, DSLContext sql) {
        this.matrices = matrices;
        this.indicators = indicators;
        this.cells = cells;
        this.recounts = again.cells();
        this.rates = again.rates();
        this.sql = sql;
    }

    /**
     * The passport of the number that the text names; a text that names none is refused at {@code cell}.
     *
     * @param measure the key of what is told of the deals, refused when there is none of it; empty = how many they are
     */
    public Passport of(String text, String measure, CurrentUser user) {
        user.require(Resource.FUNNEL, Action.VIEW);
        var found = cells.require(text, user);
        var indicator = measure.isBlank()
                ? Optional.<Indicator>empty()
                : Optional.of(indicators
                        .find(measure, user)
                        .orElseThrow(() -> InvalidInput.at("measure", "funnel.error.unknown", measure)));
        var groups = groups(found);
        var query = new MatrixQuery(
                found.cell().query(),
                List.copyOf(groups.keySet()),
                List.of(),
                List.of(indicator.orElseGet(() -> usual(found.cell()))));
        var matrix =
                matrices.show(query, user).orElseThrow(() -> InvalidInput.at("cell", "funnel.error.unknown", text));
        var funnel = matrix.whole();
        var asked = new ReadCells.Found(
                new FunnelCell(
                        funnel.query(),
                        found.cell().stage(),
                        found.cell().figure(),
                        found.cell().groups()),
                found.groups());
        return new Passport(
                asked,
                indicator.orElse(null),
                funnel,
                matrix.at(List.copyOf(groups.values()), List.of()),
                excluded(asked, cells.selection(funnel, user), user),
                indicator.isPresent() ? CellRates.NONE : rates.of(asked.cell(), asked.groups(), user));
    }

    /** The groups with the stage, as the rows of a matrix. */
    private static Map<Dimension, String> groups(ReadCells.Found found) {
        var groups = new LinkedHashMap<Dimension, String>();
        var stage = found.cell().stage();
        if (stage != null) {
            groups.put(DealDimension.STAGE, stage.toString());
        }
        groups.putAll(found.groups());
        return groups;
    }

    private static Measure usual(FunnelCell cell) {
        return cell.figure() == Figure.TIMED ? Measure.AVERAGE_DAYS : Measure.ENTERED;
    }

    private Map<Exclusion, Long> excluded(ReadCells.Found asked, Selection selection, CurrentUser user) {
        var excluded = new EnumMap<Exclusion, Long>(Exclusion.class);
        for (var row : sql.fetch(
                "select out.why, count(*) as deals from {0} where out.why is not null group by out.why",
                ExcludedDeals.of(asked, selection, DealReach.of(user)))) {
            excluded.put(Exclusion.valueOf(row.get("why", String.class)), row.get("deals", Long.class));
        }
        return excluded;
    }

    /** What was decided of one deal; without a reason it is in the number; {@code groups}: those that it is not of. */
    public record Verdict(long id, String title, Optional<Exclusion> why, List<Dimension> groups) {}

    /** The first condition that keeps the deal out; empty when the person may not see the deal. */
    public Optional<Verdict> whyNot(Passport passport, long deal, CurrentUser user) {
        var selection = cells.selection(passport.funnel(), user);
        var where = passport.cell().query().filter().where();
        var narrowed = where.isEmpty()
                || recounts.one(deal, selection.reach(), selection, passport.groups())
                        .isPresent();
        return recounts.one(deal, DealReach.of(user), selection, passport.groups())
                .map(read -> {
                    var why = Optional.ofNullable(
                            narrowed ? decided(passport, passport.groups(), read, selection) : Exclusion.FIELDS);
                    return new Verdict(
                            read.row().id(),
                            read.row().title(),
                            why,
                            why.filter(Exclusion.OTHER_GROUP::equals).isPresent()
                                    ? missed(passport, deal, selection)
                                    : List.of());
                });
    }

    private static @Nullable Exclusion decided(
            Passport passport, Map<Dimension, String> groups, LedgerDeal deal, Selection selection) {
        return new Inclusion(passport.cell(), new LedgerGroups(groups, selection.zone()), selection)
                .of(deal)
                .why();
    }

    /** The groups that the deal is not of, each asked by itself. */
    private List<Dimension> missed(Passport passport, long deal, Selection selection) {
        var missed = new ArrayList<Dimension>();
        passport.groups().forEach((dimension, value) -> {
            var single = Map.of(dimension, value);
            recounts.one(deal, selection.reach(), selection, single)
                    .filter(read -> decided(passport, single, read, selection) == Exclusion.OTHER_GROUP)
                    .ifPresent(read -> missed.add(dimension));
        });
        return missed;
    }

    /** Counts the number from the visits, deal by deal; empty when there are too many deals to wait for. */
    public Optional<Passport.Recount> recount(Passport passport, CurrentUser user) {
        return passport.deals() > MOST_RECOUNTED
                ? Optional.empty()
                : Optional.of(recounts.of(passport, cells.selection(passport.funnel(), user)));
    }
}
