package io.lijevak.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What records that processes are about are called, and where their pages are, for lists: one question a kind. */
@Component
public class SubjectNames {
    private final Subjects subjects;

    SubjectNames(Subjects subjects) {
        this.subjects = subjects;
    }

    /** A record as a link. */
    public record Link(String title, String href) {}

    /** The links of the records; of those that no module knows, or that are gone, none. */
    public Map<Subject, Link> of(Collection<Subject> wanted) {
        var links = new HashMap<Subject, Link>();
        wanted.stream()
                .collect(Collectors.groupingBy(
                        Subject::kind, Collectors.mapping(Subject::id, Collectors.toUnmodifiableSet())))
                .forEach((name, ids) -> subjects.find(name)
                        .ifPresent(kind -> kind.titles(ids)
                                .forEach((id, title) ->
                                        links.put(new Subject(name, id), new Link(title, kind.href(id))))));
        return links;
    }
}
