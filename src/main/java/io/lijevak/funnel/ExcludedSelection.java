package io.lijevak.funnel;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import io.lijevak.deals.DealSelection;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Texts;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The deals that one condition keeps out of a number of a funnel, as a list. */
@Component
class ExcludedSelection implements DealSelection {
    private static final String WHY = ",why:";
    private final ShowFunnel funnels;
    private final FunnelWords words;
    private final Texts texts;
    private final ShowFunnel.Moments moments;

    ExcludedSelection(ShowFunnel funnels, FunnelWords words, Texts texts, ShowFunnel.Moments moments) {
        this.funnels = funnels;
        this.words = words;
        this.texts = texts;
        this.moments = moments;
    }

    private record Out(FunnelCell cell, FunnelType type, Exclusion why) {}

    @Override
    public String parameter() {
        return Passport.EXCLUDED;
    }

    @Override
    public Condition select(String key, Field<Long> dealId, CurrentUser user) {
        if (!user.may(Resource.FUNNEL, Action.VIEW)) {
            return DSL.falseCondition();
        }
        var zone = moments.companies().current().timeZone();
        return read(key)
                .map(out -> condition(
                        "{0} in (select out.deal_id from {1} where out.why = {2})",
                        dealId,
                        ExcludedDeals.of(
                                out.cell(),
                                Selection.of(
                                        out.cell().query(),
                                        out.type(),
                                        zone,
                                        moments.clock().instant(),
                                        moments.seen()
                                                .of(out.cell().query().filter().where(), user)),
                                DealReach.of(user)),
                        val(out.why().name())))
                .orElse(DSL.falseCondition());
    }

    @Override
    public String words(String key, CurrentUser user) {
        return read(key)
                .map(out -> texts.get(
                        user.language(),
                        "funnel.excluded.words",
                        words.of(out.cell(), Map.of(), funnels.references(), user.language()),
                        texts.get(user.language(), "funnel.exclusion." + FunnelWords.word(out.why()))))
                .orElse(key);
    }

    private Optional<Out> read(String key) {
        var place = key.lastIndexOf(WHY);
        if (place < 0) {
            return Optional.empty();
        }
        var today = moments.companies().current().today(moments.clock());
        try {
            var cell = FunnelCell.read(key.substring(0, place), funnels.references(), today);
            var type = cell.query().dealType();
            var why = Exclusion.valueOf(
                    key.substring(place + WHY.length()).toUpperCase(Locale.ROOT).replace('-', '_'));
            return type == null
                    ? Optional.empty()
                    : funnels.references().type(type).map(found -> new Out(cell, found, why));
        } catch (InvalidInput | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
