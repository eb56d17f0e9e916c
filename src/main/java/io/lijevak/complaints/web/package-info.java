/** Pages and API of complaints. */
@NullMarked
package io.lijevak.complaints.web;

import org.jspecify.annotations.NullMarked;
