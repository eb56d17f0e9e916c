package io.lijevak.deals.web;

import io.lijevak.deals.CloseDeal;
import io.lijevak.deals.DealId;
import io.lijevak.deals.MoveDeal;
import io.lijevak.deals.ReopenDeal;
import io.lijevak.deals.Seen;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Slice;
import io.lijevak.process.Answers;
import io.lijevak.process.StageId;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The way of a deal: moves, closure and its undoing, visits. */
@RestController
@RequestMapping("/api/v1/deals/{id}")
class DealMovesApi {
    private final MoveDeal move;
    private final CloseDeal close;
    private final ReopenDeal reopen;
    private final DealAnswers answers;

    /**
     * Where to; with a version the move is refused when the deal has changed since. {@code answers} are those to what the
     * stage demands, by the inputs that {@code GET …/requirements} and the refusal name; with a reason to override the
     * deal goes on without.
     */
    record Move(
            @Nullable Long stage,
            @Nullable Integer version,
            @Nullable Map<String, @Nullable String> answers,
            @Nullable String overrideReason) {}

    /**
     * The end of a deal: {@code won}, with the final amount if it is another and the answers to what its stage demands, or
     * {@code lost} with its reason.
     */
    record Closure(
            @Nullable String outcome,
            @Nullable BigDecimal amount,
            @Nullable Long reason,
            @Nullable JsonNode competitor,
            @Nullable String note,
            @Nullable LocalDate winBack,
            @Nullable Integer version,
            @Nullable Map<String, @Nullable String> answers,
            @Nullable String overrideReason) {}

    DealMovesApi(MoveDeal move, CloseDeal close, ReopenDeal reopen, DealAnswers answers) {
        this.move = move;
        this.close = close;
        this.reopen = reopen;
        this.answers = answers;
    }

    @PostMapping("/moves")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    DealJson.Whole move(@PathVariable DealId id, @RequestBody Move body, CurrentUser user) {
        if (body.stage() == null) {
            throw InvalidInput.at("stage", "deals.error.stage.missing");
        }
        var given = Answers.of(body.answers(), body.overrideReason());
        move.to(new StageId(body.stage()), id, seen(body.version()), given, user);
        return answers.whole(id, user);
    }

    @PostMapping("/closure")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    DealJson.Whole close(@PathVariable DealId id, @RequestBody Closure body, CurrentUser user) {
        switch (body.outcome() == null ? "" : body.outcome()) {
            case "won" -> close.won(id, seen(body.version()), win(body), user);
            case "lost" -> close.lost(id, seen(body.version()), statement(body), user);
            default -> throw InvalidInput.at("outcome", "deals.error.outcome");
        }
        return answers.whole(id, user);
    }

    @DeleteMapping("/closure")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    DealJson.Whole reopen(@PathVariable DealId id, CurrentUser user) {
        reopen.now(id, Seen.ANYTHING, user);
        return answers.whole(id, user);
    }

    @GetMapping("/visits")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    Slice<DealJson.Visit> visits(@PathVariable DealId id, CurrentUser user) {
        return new Slice<>(answers.visits(id, user), null);
    }

    private static CloseDeal.WinStatement win(Closure body) {
        return new CloseDeal.WinStatement(
                body.amount(), body.note(), Answers.of(body.answers(), body.overrideReason()));
    }

    private static CloseDeal.LossStatement statement(Closure body) {
        var competitor = body.competitor();
        if (competitor == null || competitor.isNull()) {
            return new CloseDeal.LossStatement(body.reason(), null, null, body.note(), body.winBack());
        }
        return competitor.isIntegralNumber()
                ? new CloseDeal.LossStatement(body.reason(), competitor.asLong(), null, body.note(), body.winBack())
                : new CloseDeal.LossStatement(body.reason(), null, competitor.asString(), body.note(), body.winBack());
    }

    private static Seen seen(@Nullable Integer version) {
        return version == null ? Seen.ANYTHING : Seen.version(version);
    }
}
