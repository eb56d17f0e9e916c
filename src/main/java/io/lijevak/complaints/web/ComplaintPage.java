package io.lijevak.complaints.web;

import io.lijevak.complaints.Complaint;
import io.lijevak.platform.web.TimelinePage;
import io.lijevak.process.Arrival;
import io.lijevak.process.RouteModel;
import java.util.List;

/**
 * The page of a complaint.
 *
 * @param open where its process waits now
 */
public record ComplaintPage(
        Complaint one, List<Arrival> open, TimelinePage history, boolean editable, boolean endable) {

    public String path() {
        return "/complaints/" + one.id();
    }

    /** The points that somebody can complete. */
    public List<Arrival> points() {
        return open.stream()
                .filter(arrival -> arrival.kind() == RouteModel.Kind.POINT)
                .toList();
    }
}
