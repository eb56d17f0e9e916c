package io.lijevak.platform;

import java.util.List;

/** Port: records that the command palette offers; each module with records contributes one as a bean. */
public interface CommandPaletteSource {
    /** At most {@code limit} records the viewer may see that match the term, best first. */
    List<Hit> find(String term, Viewer viewer, int limit);

    /** A found record: icon of the sprite, title, a second line, address. */
    record Hit(String icon, String title, String detail, String href) {}
}
