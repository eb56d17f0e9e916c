package io.lijevak.funnel;

import io.lijevak.platform.web.NumberPassport;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.ReckoningAnswer;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The deals that a number of another report is of, with those that are not in it and why, for its passport. */
@Component
public class DealsOfNumber {
    private final ShowPassport passports;

    DealsOfNumber(ShowPassport passports) {
        this.passports = passports;
    }

    public NumberPassport.Members members(FunnelCell cell, Ui ui, CurrentUser user) {
        var passport = passports.of(cell.text(), "", user);
        var out = passport.excluded().entrySet().stream()
                .map(each -> new NumberPassport.Row(
                        ui.t("funnel.exclusion." + FunnelWords.word(each.getKey())),
                        ui.f().number(each.getValue()),
                        new PageLink("/deals", Map.of(Passport.EXCLUDED, passport.key(each.getKey()))).toString()))
                .toList();
        return new NumberPassport.Members(
                ui.f().number(passport.counted().count()),
                cell.list().toString(),
                out,
                ui.f().number(passport.deals()));
    }

    /** The same for programs; null where the number is of no set of deals. */
    public ReckoningAnswer.@Nullable Members counts(@Nullable FunnelCell cell, CurrentUser user) {
        if (cell == null) {
            return null;
        }
        var passport = passports.of(cell.text(), "", user);
        var excluded = new TreeMap<String, Long>();
        passport.excluded().forEach((why, deals) -> excluded.put(FunnelWords.word(why), deals));
        return new ReckoningAnswer.Members(passport.counted().count(), excluded, passport.deals());
    }

    /** Asks of these deals on their own passport. */
    public static NumberPassport.Why why(FunnelCell cell) {
        return new NumberPassport.Why("/funnel/passport", Map.of("cell", cell.text()), "", null, List.of());
    }
}
