/** The import wizard and its API. */
@NullMarked
package io.lijevak.imports.web;

import org.jspecify.annotations.NullMarked;
