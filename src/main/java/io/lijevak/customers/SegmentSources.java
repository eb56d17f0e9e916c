package io.lijevak.customers;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.CurrentUser;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The lists that segments are filled from. */
@Component
public class SegmentSources {
    private final List<SegmentSource> sources;

    SegmentSources(List<SegmentSource> sources) {
        this.sources = sources;
    }

    /** The list of a name, which the user must be allowed to open. */
    public SegmentSource require(String name, CurrentUser user) {
        var source = sources.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RecordNotFound("list", name));
        if (!user.may(source.right())) {
            throw new AccessDeniedException(source.right());
        }
        return source;
    }

    /** Message key of the title of a list. */
    public String titleKey(String name) {
        return sources.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(SegmentSource::titleKey)
                .orElse("customers.segment.source.gone");
    }
}
