package io.lijevak.platform;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An entry of the rail, contributed by a module as a bean.
 *
 * @param order place from the top; 900 and more stand in the foot (settings)
 * @param titleKey message key of its title
 * @param icon name of a symbol of the icon sprite, without {@code i-}
 * @param visible whether the viewer may open it
 * @param beside addresses beside its own that belong to it, the other tabs of its page
 * @param count address that answers how much waits there, shown beside the title; empty without one
 */
public record Navigation(
        int order,
        String titleKey,
        String icon,
        String href,
        Predicate<Viewer> visible,
        List<String> beside,
        String count) {

    public Navigation(
            int order, String titleKey, String icon, String href, Predicate<Viewer> visible, List<String> beside) {
        this(order, titleKey, icon, href, visible, beside, "");
    }

    public Navigation(int order, String titleKey, String icon, String href, Predicate<Viewer> visible) {
        this(order, titleKey, icon, href, visible, List.of());
    }

    /** The same entry with a number beside its title. */
    public Navigation counting(String address) {
        return new Navigation(order, titleKey, icon, href, visible, beside, address);
    }

    /** Whether the page at the path belongs to it. */
    public boolean covers(String path) {
        return Stream.concat(Stream.of(href), beside.stream())
                .anyMatch(address -> path.equals(address) || path.startsWith(address + "/"));
    }
}
