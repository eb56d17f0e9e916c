package io.lijevak.properties;

import io.lijevak.platform.Viewer;
import java.util.function.Predicate;

/**
 * Port: a page that is narrowed by fields, contributed by the module of the page as a bean.
 *
 * @param name its name in addresses
 * @param root the kind of record it lists
 * @param address the page itself, whose parameters carry the conditions
 * @param titleKey message key of its title
 * @param visible whether the viewer may open it
 */
public record FieldList(String name, RecordKind root, String address, String titleKey, Predicate<Viewer> visible) {}
