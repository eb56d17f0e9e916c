package io.lijevak.process;

import org.springframework.stereotype.Component;

/** What somebody answers when completing a point: to what its stage demands, and what is decided there. */
@Component
class PointAnswers {
    private final Requirements requirements;
    private final Decisions decisions;

    PointAnswers(Requirements requirements, Decisions decisions) {
        this.requirements = requirements;
        this.decisions = decisions;
    }

    /** Keeps the answers, refusing what is missing; gives whether something was overridden. */
    boolean settle(Arrival arrival, Answers answers, Actor actor) {
        var gate = arrival.gate();
        var overridden = gate != null && requirements.settle(gate, answers, actor.user());
        decisions.settle(arrival, answers, actor);
        return overridden;
    }
}
