package io.lijevak.interactions;

/** How much an interaction matters. */
public enum Importance {
    LOW,
    NORMAL,
    HIGH
}
