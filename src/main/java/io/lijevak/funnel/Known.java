package io.lijevak.funnel;

/** Of a past moment: all that is known of it now, late corrections included, or only what had been recorded by then. */
public enum Known {
    NOW,
    THEN
}
