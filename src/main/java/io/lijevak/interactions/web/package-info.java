/** Pages and API of interactions: composer, list, one interaction with its result, a deal from it. */
@NullMarked
package io.lijevak.interactions.web;

import org.jspecify.annotations.NullMarked;
