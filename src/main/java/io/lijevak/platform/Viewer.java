package io.lijevak.platform;

import java.time.ZoneId;

/** Who looks at a page, as far as the page frame must know; {@code users} provides it. */
public interface Viewer {
    long id();

    String name();

    String language();

    ZoneId timeZone();

    /** {@code system}, {@code light} or {@code dark}. */
    String theme();

    /** Whether single-key shortcuts are on. */
    boolean shortcuts();

    /** Whether the viewer has any right of the given kind, as {@code RESOURCE.ACTION}, such as {@code DEAL.VIEW}. */
    boolean may(String right);
}
