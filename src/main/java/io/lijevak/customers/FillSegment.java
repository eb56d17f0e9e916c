package io.lijevak.customers;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Jobs;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.web.PageLink;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills a segment with the customers that a list leads to, each once: those of exactly the listed records that the person
 * sees, without archived ones. Few come in at once, many in the background.
 */
@Component
public class FillSegment {
    /** So many customers are waited for. */
    static final int AT_ONCE = 1_000;

    private final SegmentFillings fillings;
    private final KeepSegments keep;
    private final SegmentSources sources;
    private final AuditTrail audit;
    private final Later later;

    /** What the work between requests needs. */
    @Component
    record Later(Jobs jobs, Clock clock) {
        void fill(long filling) {
            jobs.begin(SegmentFillingTask.NAME, Long.toString(filling));
        }

        Instant now() {
            return clock.instant();
        }
    }

    FillSegment(SegmentFillings fillings, KeepSegments keep, SegmentSources sources, AuditTrail audit, Later later) {
        this.fillings = fillings;
        this.keep = keep;
        this.sources = sources;
        this.audit = audit;
        this.later = later;
    }

    /** What a filling would find; refuses parameters that name what is no more. */
    public SegmentFillings.Preview preview(String source, Map<String, String> parameters, CurrentUser user) {
        return fillings.preview(sources.require(source, user), parameters, user);
    }

    /** Fills a segment; a list without customers is refused at the segment. Answers the filling's id. */
    @Transactional
    public long into(long segment, String source, Map<String, String> parameters, CurrentUser by) {
        keep.changeable(segment, by);
        return begin(segment, "segment", source, parameters, by);
    }

    /** Makes a segment and fills it; answers its id. */
    @Transactional
    public long intoNew(Segment.Draft draft, String source, Map<String, String> parameters, CurrentUser by) {
        var segment = keep.make(draft, by);
        begin(segment, "name", source, parameters, by);
        return segment;
    }

    private long begin(long segment, String field, String from, Map<String, String> parameters, CurrentUser by) {
        var source = sources.require(from, by);
        var customers = fillings.preview(source, parameters, by).customers();
        if (customers == 0) {
            throw InvalidInput.at(field, "customers.segment.nobody");
        }
        var list = new PageLink(source.address(), parameters).toString();
        var id = fillings.begin(segment, source.name(), list, later.now(), by);
        if (customers > AT_ONCE) {
            later.fill(id);
        } else {
            perform(id, by);
        }
        return id;
    }

    /** Does what was begun, once; nobody comes in when the list cannot be read any more. */
    @Transactional
    public void perform(long id, CurrentUser by) {
        var work = fillings.lock(id);
        if (work.ended()) {
            return;
        }
        var came = came(work, by);
        fillings.end(id, came, later.now());
        var change = Map.of("customers", new Change(null, Integer.toString(came.added())));
        audit.record(by, "segment", work.segment(), "filled", change);
    }

    private SegmentFillings.Came came(SegmentFillings.Work work, CurrentUser by) {
        try {
            var parameters = PageLink.of(work.list()).parameters();
            return fillings.fill(work, sources.require(work.source(), by), parameters, by);
        } catch (InvalidInput | AccessDeniedException | RecordNotFound changed) {
            return SegmentFillings.Came.NOBODY;
        }
    }

    /** Takes the customers out again that came in by a filling, once. */
    @Transactional
    public void undo(long segment, long filling, CurrentUser by) {
        keep.changeable(segment, by);
        var work = fillings.lock(filling);
        if (work.segment() != segment || !work.ended() || work.undone()) {
            throw new Conflict("customers.segment.undone");
        }
        var gone = fillings.undo(filling, later.now());
        audit.record(
                by,
                "segment",
                segment,
                "filling-undone",
                Map.of("customers", new Change(Integer.toString(gone), null)));
    }
}
