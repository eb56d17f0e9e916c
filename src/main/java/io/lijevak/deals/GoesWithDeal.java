package io.lijevak.deals;

import io.lijevak.users.CurrentUser;

/** Port: what somebody has to do about a deal and hands over with it; modules contribute it as beans. */
public interface GoesWithDeal {
    /** How much of it there is. */
    int open(DealId deal, long person);

    /** Gives it into other hands, in the transaction of the assignment; says how much it was. */
    int handOver(DealId deal, long from, long to, CurrentUser user);
}
