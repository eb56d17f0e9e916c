/** Pages and API of deals: list, board, card, loss reasons, competitors, currency rates. */
@NullMarked
package io.lijevak.deals.web;

import org.jspecify.annotations.NullMarked;
