/** Pages of working time: the week and its holidays, absences. */
@NullMarked
package io.lijevak.worktime.web;

import org.jspecify.annotations.NullMarked;
