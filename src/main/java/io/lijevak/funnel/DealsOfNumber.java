package io.lijevak.funnel;

import io.lijevak.platform.web.NumberPassport;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
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

    /** Asks of these deals on their own passport. */
    public static NumberPassport.Why why(FunnelCell cell) {
        return new NumberPassport.Why("/funnel/passport", Map.of("cell", cell.text()), "", null, List.of());
    }
}
