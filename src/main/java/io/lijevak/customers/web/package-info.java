/** Pages and API of customers. */
@NullMarked
package io.lijevak.customers.web;

import org.jspecify.annotations.NullMarked;
