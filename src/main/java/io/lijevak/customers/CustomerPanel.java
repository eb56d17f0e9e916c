package io.lijevak.customers;

import java.util.function.Function;

/**
 * Port: a card in the right column of the customer page, contributed by another module as a bean.
 *
 * @param order place from the top
 * @param titleKey message key of its title, shown while it loads
 * @param href address that answers the card itself, a {@code <section class="card">} that takes the placeholder's place
 * @param right what its reader must have, as {@code RESOURCE.ACTION}; without it there is no card
 */
public record CustomerPanel(int order, String titleKey, Function<CustomerId, String> href, String right) {}
