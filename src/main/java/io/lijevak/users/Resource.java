package io.lijevak.users;

/** Kinds of objects that rights are given on. */
public enum Resource {
    CUSTOMER,
    DEAL,
    /** Notes, calls, meetings, e-mails with customers. */
    INTERACTION,
    COMPLAINT,
    TASK,
    PRODUCT,
    /** Stages, deal types, loss reasons. */
    PROCESS,
    /** What stages demand: editing it means going on although something is missing. */
    REQUIREMENT,
    FUNNEL,
    IMPORT,
    PEOPLE,
    /** Company settings, health, currencies. */
    SYSTEM
}
