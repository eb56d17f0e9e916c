package io.lijevak.platform;

import java.util.List;

/** Somebody else was first, or the record's state forbids it; nothing was written. A page and the API answer 409. */
public class Conflict extends RuntimeException {
    private final String messageKey;
    private final transient List<Object> arguments;

    public Conflict(String messageKey, Object... arguments) {
        super(messageKey);
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    public String messageKey() {
        return messageKey;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
