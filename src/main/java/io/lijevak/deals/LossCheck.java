package io.lijevak.deals;

import io.lijevak.deals.CloseDeal.LossStatement;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.AuditTrail.Change;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses a loss without a reason, or without a competitor when the reason asks for one. */
@Component
class LossCheck {
    private final LossReasons reasons;
    private final Competitors competitors;
    private final Closings closings;

    LossCheck(LossReasons reasons, Competitors competitors, Closings closings) {
        this.reasons = reasons;
        this.competitors = competitors;
        this.closings = closings;
    }

    /** A loss found good, and its words for the audit trail. */
    record Checked(Loss loss, Map<String, Change> words) {}

    Checked check(LossStatement statement) {
        var reason = reasons.choose(statement.reason());
        closings.checkAhead("winBack", statement.winBack());
        var competitor = competitors.resolve(statement.competitor(), statement.competitorName());
        if (reason.namesCompetitor() && competitor == null) {
            throw InvalidInput.at("competitor", "deals.error.competitor.missing", reason.name());
        }
        Map<String, Change> words = new LinkedHashMap<>();
        words.put("reason", new Change(null, reason.name()));
        words.put("competitor", new Change(null, competitor == null ? null : competitor.name()));
        words.put("note", new Change(null, statement.note()));
        words.put("winBack", new Change(null, words(statement.winBack())));
        return new Checked(new Loss(reason.id(), id(competitor), statement.note()), words);
    }

    private static @Nullable Long id(Competitors.@Nullable Competitor competitor) {
        return competitor == null ? null : competitor.id();
    }

    private static @Nullable String words(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
