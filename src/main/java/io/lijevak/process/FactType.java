package io.lijevak.process;

/** What kind of value a condition compares. */
public enum FactType {
    NUMBER,
    TEXT,
    FLAG
}
