package io.lijevak.reports;

import io.lijevak.funnel.Dimension;
import io.lijevak.funnel.Figure;
import io.lijevak.funnel.FunnelCell;
import io.lijevak.funnel.ShowPassport;
import io.lijevak.platform.Reckoning;
import io.lijevak.platform.Reckoning.Input;
import io.lijevak.platform.Reckoning.Unit;
import io.lijevak.platform.web.PageLink;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens the share of a kind of customers among the decided deals of a rep. */
@Component
class MixPassports {
    private final ShowCustomerMix mixes;
    private final ShowPassport passports;

    MixPassports(ShowCustomerMix mixes, ShowPassport passports) {
        this.mixes = mixes;
        this.passports = passports;
    }

    PeopleNumber.Told of(PeopleQuestion question, Dimension by, PeopleNumber asked, CurrentUser user) {
        var mix = mixes.of(question, by, user);
        var place = mix.kinds().indexOf(asked.of());
        var row = mix.rows().stream()
                .filter(one -> one.id() == asked.person())
                .findFirst()
                .orElseThrow(asked::unknown);
        if (place < 0 || !asked.number().equals("share")) {
            throw asked.unknown();
        }
        var part = row.parts().get(place);
        var whole = new FunnelCell(question.funnel(asked.person()), null, Figure.DECIDED).text();
        return new PeopleNumber.Told(
                asked,
                told(asked, part.share(), part.decided(), row.decided(), part.cell(), whole),
                null,
                () -> count(part.cell(), user)
                        .flatMap(kind -> count(whole, user)
                                .map(all -> told(asked, part.share(), kind, all, part.cell(), whole))));
    }

    private Optional<Long> count(String cell, CurrentUser user) {
        return passports
                .recount(passports.of(cell, "", user), user)
                .map(again -> again.tally().count());
    }

    private static Reckoning told(
            PeopleNumber asked, double share, long kind, long decided, String part, String whole) {
        return new Reckoning(
                asked.number(),
                share,
                Unit.SHARE,
                "{kind} / {decided}",
                List.of(Input.count("kind", kind, cell(part)), Input.count("decided", decided, cell(whole))));
    }

    private static String cell(String text) {
        return new PageLink("/funnel/passport", Map.of("cell", text)).toString();
    }
}
