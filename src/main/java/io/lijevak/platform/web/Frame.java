package io.lijevak.platform.web;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the frame of every page is made of. */
@Component
record Frame(Texts texts, Menus menus, Assets assets, Printer printer, Clock clock) {}
