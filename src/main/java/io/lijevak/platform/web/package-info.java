/** The page frame, texts, formats, error pages and paging that every module's pages use. */
@NamedInterface("web")
@NullMarked
package io.lijevak.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
