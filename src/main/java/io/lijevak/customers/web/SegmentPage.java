package io.lijevak.customers.web;

import io.lijevak.customers.Segment;
import io.lijevak.customers.Segment.Filling;
import io.lijevak.customers.Segment.Member;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.ListedPage;
import io.lijevak.platform.web.PageLink;
import java.util.List;
import java.util.Map;

/**
 * A segment with a page of its customers and the lists it was filled from.
 *
 * @param changes whether the reader may change it
 */
public record SegmentPage(Segment segment, PageLink link, Slice<Member> slice, List<Filling> fillings, boolean changes)
        implements ListedPage {

    /** Its customers as a list of customers. */
    public String customers() {
        return narrowed("/customers", "where.segment");
    }

    /** The deals of its customers. */
    public String deals() {
        return narrowed("/deals", "where.customer.segment");
    }

    public String funnel() {
        return narrowed("/funnel", "where.customer.segment");
    }

    /** Whether customers are coming in right now. */
    public boolean fills() {
        return fillings.stream().anyMatch(filling -> !filling.isOver());
    }

    private String narrowed(String path, String parameter) {
        return new PageLink(path, Map.of(parameter, Long.toString(segment.id()))).toString();
    }
}
