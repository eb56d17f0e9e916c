/** Pages and API of people and access. */
@NullMarked
package io.lijevak.users.web;

import org.jspecify.annotations.NullMarked;
