package io.lijevak.funnel;

/**
 * Port: a part above the closed funnel, contributed by another module as a bean.
 *
 * @param order place from the top
 * @param titleKey message key of its title, shown while it loads
 * @param path where the part is answered for the parameters of the funnel, an element that takes the placeholder's place
 * @param right what its reader must have, as {@code RESOURCE.ACTION}; without it there is no part
 */
public record FunnelPanel(int order, String titleKey, String path, String right) {}
