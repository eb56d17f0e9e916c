package io.lijevak.reports;

import io.lijevak.funnel.Trials;
import java.math.BigDecimal;

/**
 * What one rep did in a period, counted.
 *
 * @param deals closed in it
 * @param contacts held in it
 * @param assignments whose deadline came in it
 */
public record RepWork(Deals deals, Contacts contacts, Assignments assignments) {

    /**
     * Closed deals.
     *
     * @param valued won deals whose amount is known
     * @param amount of these, in the company's currency
     * @param squares the squares of the amounts, added up
     * @param timed won deals whose both ends are known
     * @param days of these from opening to winning, added up
     * @param daysSquares their squares added up
     */
    public record Deals(
            long won,
            long lost,
            long valued,
            BigDecimal amount,
            BigDecimal squares,
            long timed,
            double days,
            double daysSquares) {
        static final Deals NONE = new Deals(0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0, 0);

        public long decided() {
            return won + lost;
        }

        Trials trials() {
            return new Trials(won, decided());
        }

        Deals plus(Deals other) {
            return new Deals(
                    won + other.won,
                    lost + other.lost,
                    valued + other.valued,
                    amount.add(other.amount),
                    squares.add(other.squares),
                    timed + other.timed,
                    days + other.days,
                    daysSquares + other.daysSquares);
        }
    }

    /** Calls, meetings and e-mails that took place, and how many of all were about deals that are won. */
    public record Contacts(long calls, long meetings, long emails, long onWon) {
        static final Contacts NONE = new Contacts(0, 0, 0, 0);

        public long all() {
            return calls + meetings + emails;
        }

        Contacts plus(Contacts other) {
            return new Contacts(
                    calls + other.calls, meetings + other.meetings, emails + other.emails, onWon + other.onWon);
        }
    }

    /** Assignments whose deadline came, and how many of them were late or are overdue. */
    public record Assignments(long all, long late) {
        static final Assignments NONE = new Assignments(0, 0);

        Assignments plus(Assignments other) {
            return new Assignments(all + other.all, late + other.late);
        }
    }

    static final RepWork NONE = new RepWork(Deals.NONE, Contacts.NONE, Assignments.NONE);

    RepWork plus(RepWork other) {
        return new RepWork(deals.plus(other.deals), contacts.plus(other.contacts), assignments.plus(other.assignments));
    }
}
