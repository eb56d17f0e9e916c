package io.lijevak.mail;

/** What became of a letter. */
public sealed interface Outcome {
    /** The server took it. */
    record Sent() implements Outcome {}

    /** The server will not have it, now or ever. */
    record Refused(String words) implements Outcome {}

    /** It could not be handed over; later it may. */
    record Failed(String words) implements Outcome {}
}
