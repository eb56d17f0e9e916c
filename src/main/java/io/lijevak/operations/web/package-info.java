/** Pages of the first run and of the installation's health. */
@NullMarked
package io.lijevak.operations.web;

import org.jspecify.annotations.NullMarked;
