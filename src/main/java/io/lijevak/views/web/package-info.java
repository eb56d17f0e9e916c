/** The menu and the page of saved views, their API, and how pages begin with them. */
@NullMarked
package io.lijevak.views.web;

import org.jspecify.annotations.NullMarked;
