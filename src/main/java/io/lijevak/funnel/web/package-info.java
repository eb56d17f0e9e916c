@NullMarked
package io.lijevak.funnel.web;

import org.jspecify.annotations.NullMarked;
