package io.lijevak.customers.web;

import io.lijevak.customers.Segment;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.ListedPage;
import io.lijevak.platform.web.PageLink;

/** A page of the list of segments. */
public record SegmentListPage(PageLink link, Slice<Segment> slice) implements ListedPage {}
