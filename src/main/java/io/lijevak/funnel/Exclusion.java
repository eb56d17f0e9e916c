package io.lijevak.funnel;

/** Why a deal is not in a number of a funnel: the first condition it fails, in the order they are asked. */
public enum Exclusion {
    /** It does not meet the conditions on fields of the deal or of what it leads to. */
    FIELDS,
    /** It is of another type. */
    TYPE,
    OWNER,
    TEAM,
    SOURCE,
    CATEGORY,
    PRODUCT_GROUP,
    /** The day asked for is known, and the number is of deals where it is not. */
    DATED,
    /** Nothing was known of it at the moment. */
    NOT_YET,
    /** It was closed at the moment, and the number is of open deals. */
    NOT_OPEN,
    OPENED_UNKNOWN,
    OPENED_OUTSIDE,
    /** It was open at the moment, and the number is of deals closed in the period. */
    STILL_OPEN,
    CLOSED_UNKNOWN,
    CLOSED_OUTSIDE,
    /** None of its stays touches the period. */
    NOT_IN_PERIOD,
    /** It never entered any stage. */
    NO_STAGE,
    /** It was in other stages only. */
    OTHER_STAGE,
    /** It is of another row or column of the matrix. */
    OTHER_GROUP,
    /** It ended otherwise there, or stands there. */
    OTHER_OUTCOME,
    /** How long it was there is not known. */
    NO_DAYS
}
