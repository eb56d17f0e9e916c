package io.lijevak.journeys;

import io.lijevak.LijevakTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** A test of the whole application through a browser; it needs Chromium and is left out without it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LijevakTest
@Tag("journey")
@interface Journey {}
