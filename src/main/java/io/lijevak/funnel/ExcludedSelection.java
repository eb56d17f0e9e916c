package io.lijevak.funnel;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import io.lijevak.deals.DealSelection;
import io.lijevak.platform.web.Texts;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The deals that one condition keeps out of a number of a funnel, as a list. */
@Component
class ExcludedSelection implements DealSelection {
    private static final String WHY = ",why:";
    private final ReadCells cells;
    private final FunnelWords words;
    private final Texts texts;

    ExcludedSelection(ReadCells cells, FunnelWords words, Texts texts) {
        this.cells = cells;
        this.words = words;
        this.texts = texts;
    }

    private record Out(ReadCells.Found found, Exclusion why) {}

    @Override
    public String parameter() {
        return Passport.EXCLUDED;
    }

    @Override
    public Condition select(String key, Field<Long> dealId, CurrentUser user) {
        if (!user.may(Resource.FUNNEL, Action.VIEW)) {
            return DSL.falseCondition();
        }
        return read(key, user)
                .flatMap(out ->
                        cells.selection(out.found(), user).map(selection -> select(out, selection, dealId, user)))
                .orElse(DSL.falseCondition());
    }

    private static Condition select(Out out, Selection selection, Field<Long> dealId, CurrentUser user) {
        return condition(
                "{0} in (select out.deal_id from {1} where out.why = {2})",
                dealId,
                ExcludedDeals.of(out.found(), selection, DealReach.of(user)),
                val(out.why().name()));
    }

    @Override
    public String words(String key, CurrentUser user) {
        return read(key, user)
                .map(out -> texts.get(
                        user.language(),
                        "funnel.excluded.words",
                        words.of(out.found().cell(), out.found().groups(), cells.references(), user.language()),
                        texts.get(user.language(), "funnel.exclusion." + FunnelWords.word(out.why()))))
                .orElse(key);
    }

    private Optional<Out> read(String key, CurrentUser user) {
        var place = key.lastIndexOf(WHY);
        if (place < 0) {
            return Optional.empty();
        }
        var why = key.substring(place + WHY.length());
        return Stream.of(Exclusion.values())
                .filter(known -> FunnelWords.word(known).equals(why))
                .findFirst()
                .flatMap(known -> cells.find(key.substring(0, place), user).map(found -> new Out(found, known)));
    }
}
