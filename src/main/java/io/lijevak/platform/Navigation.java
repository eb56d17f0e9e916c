package io.lijevak.platform;

import java.util.function.Predicate;

/**
 * An entry of the rail, contributed by a module as a bean.
 *
 * @param order place from the top; 900 and more stand in the foot (settings)
 * @param titleKey message key of its title
 * @param icon name of a symbol of the icon sprite, without {@code i-}
 * @param visible whether the viewer may open it
 */
public record Navigation(int order, String titleKey, String icon, String href, Predicate<Viewer> visible) {}
