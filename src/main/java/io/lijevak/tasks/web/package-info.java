/** Pages and API of tasks: the inbox, one task, the calendar. */
@NullMarked
package io.lijevak.tasks.web;

import org.jspecify.annotations.NullMarked;
