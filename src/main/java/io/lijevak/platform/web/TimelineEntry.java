package io.lijevak.platform.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a record's timeline. The text reads without its actor, as languages decline verbs by gender.
 *
 * @param icon name of a symbol of the icon sprite
 * @param key whether it is an event that readers look for (a move, a win), drawn stronger
 * @param actor who did it, null for the system
 * @param subject title of the record it happened to, with its address; null when it is the record of the page itself
 * @param textKey message key of what happened, with its arguments
 * @param story what was said and what may be done about it, null for plain changes
 */
public record TimelineEntry(
        Instant at,
        String icon,
        boolean key,
        @Nullable String actor,
        @Nullable Subject subject,
        String textKey,
        List<?> arguments,
        List<Change> changes,
        @Nullable Story story) {

    public TimelineEntry(
            Instant at,
            String icon,
            boolean key,
            @Nullable String actor,
            @Nullable Subject subject,
            String textKey,
            List<?> arguments,
            List<Change> changes) {
        this(at, icon, key, actor, subject, textKey, arguments, changes, null);
    }

    /** What a timeline may be narrowed to. */
    public enum Kind {
        CALLS,
        MEETINGS,
        MAIL,
        NOTES,
        CHANGES
    }

    /** The record an entry is about. */
    public record Subject(String title, String href) {}

    /** A field's old and new value; the label is a message key, or the label itself when there is no such text. */
    public record Change(
            String labelKey,
            @Nullable String before,
            @Nullable String after) {}

    /**
     * What stands below the line.
     *
     * @param title what it was about, with the address of the whole; the title may be empty
     * @param texts paragraphs as people wrote them
     */
    public record Story(Subject title, List<String> texts, List<Mark> marks, List<Link> links) {}

    /** A small sign; {@code kind} is that of a badge. */
    public record Mark(String icon, String kind, String textKey, List<?> arguments) {}

    /** Something that can be done at once. */
    public record Link(String icon, String textKey, String href) {}
}
