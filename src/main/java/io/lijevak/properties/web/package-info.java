/** Settings and API of properties. */
@NullMarked
package io.lijevak.properties.web;

import org.jspecify.annotations.NullMarked;
