@NullMarked
package io.lijevak.visits.web;

import org.jspecify.annotations.NullMarked;
