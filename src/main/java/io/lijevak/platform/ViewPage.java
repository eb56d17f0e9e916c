package io.lijevak.platform;

import java.util.Map;
import java.util.function.Predicate;
import org.springframework.util.MultiValueMap;

/**
 * A page whose whole question stands in its address, so that it can be kept under a name; a module contributes it as a
 * bean.
 *
 * @param address the page itself, without parameters
 * @param titleKey message key of its title
 * @param icon name of a symbol of the icon sprite, without {@code i-}
 * @param visible whether the viewer may open it
 * @param days which days its parameters name
 * @param settling says everything that the page would otherwise choose by itself
 * @param tile CSS selector of the parts of the page that stand in a tile of a dashboard
 */
public record ViewPage(
        String address,
        String titleKey,
        String icon,
        Predicate<Viewer> visible,
        Days days,
        Settling settling,
        String tile) {
    private static final String TABLE = "main .table-wrap";

    /** A page of a table, without days of its own. */
    public ViewPage(String address, String titleKey, String icon, Predicate<Viewer> visible) {
        this(address, titleKey, icon, visible, Days.NONE, (parameters, viewer) -> parameters.toSingleValueMap(), TABLE);
    }

    /** A page of a table. */
    public ViewPage(
            String address, String titleKey, String icon, Predicate<Viewer> visible, Days days, Settling settling) {
        this(address, titleKey, icon, visible, days, settling, TABLE);
    }

    /** The same page, of which other parts stand in a tile. */
    public ViewPage showing(String selector) {
        return new ViewPage(address, titleKey, icon, visible, days, settling, selector);
    }

    /** What the parameters say about time: nothing, {@code from} and {@code to}, or also {@code asOf}. */
    public enum Days {
        NONE,
        PERIOD,
        PERIOD_AS_OF
    }

    /** Completes parameters, with the rights of the viewer. */
    @FunctionalInterface
    public interface Settling {
        /**
         * The parameters that ask the same whenever they are asked.
         *
         * @throws InvalidInput when one of them cannot be read
         */
        Map<String, String> settle(MultiValueMap<String, String> parameters, Viewer viewer);
    }
}
