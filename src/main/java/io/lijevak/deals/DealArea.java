package io.lijevak.deals;

import io.lijevak.platform.Viewer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Port: a card above the timeline in the middle of the deal page, contributed by another module as a bean.
 *
 * @param order place from the top
 * @param titleKey message key of its title, shown while it loads and where there are no scripts
 * @param href address of a page whose {@code section.area} takes the place of the card; it is of use alone too
 * @param visible whether the viewer may use it
 */
public record DealArea(int order, String titleKey, Function<DealId, String> href, Predicate<Viewer> visible) {}
