/** Settings pages and API of stages and deal types. */
@NullMarked
package io.lijevak.process.web;

import org.jspecify.annotations.NullMarked;
