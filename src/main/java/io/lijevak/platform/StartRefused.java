package io.lijevak.platform;

/** The application cannot start; the message is one sentence that tells the administrator what to do. */
public final class StartRefused extends RuntimeException {
    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
