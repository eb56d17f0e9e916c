package io.lijevak.deals.web;

import io.lijevak.platform.web.Form;
import io.lijevak.process.DealType;

/** A type with its thresholds of silence as a form. */
public record SilenceForm(DealType type, Form form) {}
