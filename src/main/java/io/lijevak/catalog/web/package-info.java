/** Pages and API of the catalogue. */
@NullMarked
package io.lijevak.catalog.web;

import org.jspecify.annotations.NullMarked;
