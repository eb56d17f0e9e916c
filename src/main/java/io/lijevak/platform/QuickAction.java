package io.lijevak.platform;

import java.util.function.Predicate;

/**
 * Something a person starts from anywhere, by the New button, the command palette or the key C; a module contributes it
 * as a bean.
 *
 * @param order place from the top
 * @param titleKey message key of its title, such as "New deal"
 * @param icon name of a symbol of the icon sprite, without {@code i-}
 * @param href address of the page that begins it
 * @param visible whether the viewer may do it
 */
public record QuickAction(int order, String titleKey, String icon, String href, Predicate<Viewer> visible) {}
