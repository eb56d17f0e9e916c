package io.lijevak.views;

/** What becomes of the days of a view as time goes by. */
public enum ViewDays {
    /** A named period is that of the day it is opened on, and the moment is the present. */
    MOVING,
    /** The days and the moment stay as they were: the same numbers whenever it is opened. */
    FIXED
}
