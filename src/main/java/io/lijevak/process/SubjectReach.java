package io.lijevak.process;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which records other than deals a user may see, for reports over {@code process_run r}. */
@Component
public class SubjectReach {
    private final List<SubjectKind> kinds;

    SubjectReach(List<SubjectKind> kinds) {
        this.kinds = kinds;
    }

    /** Predicate over the record of the run; bind {@link #parameters}. */
    public String sql(CurrentUser user) {
        return kinds.stream()
                .filter(kind -> !kind.name().equals(Subject.DEAL))
                .map(kind -> "r.subject_kind = '" + kind.name() + "' and " + kind.seen("r.subject_id", user))
                .sorted()
                .collect(Collectors.joining(" or ", "(false or ", ")"));
    }

    /** What {@link #sql} needs bound. */
    public Map<String, Object> parameters(CurrentUser user) {
        var parameters = new HashMap<String, Object>();
        kinds.forEach(kind ->
                parameters.putAll(Reach.of(user, kind.resource(), Action.VIEW).parameters()));
        return parameters;
    }
}
