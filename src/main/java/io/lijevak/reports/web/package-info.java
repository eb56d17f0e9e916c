@NullMarked
package io.lijevak.reports.web;

import org.jspecify.annotations.NullMarked;
