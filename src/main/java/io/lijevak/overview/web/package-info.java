@NullMarked
package io.lijevak.overview.web;

import org.jspecify.annotations.NullMarked;
