package io.lijevak.interactions;

import io.lijevak.customers.PhoneNumber;
import io.lijevak.platform.Named;
import io.lijevak.platform.web.TimelineEntry;
import io.lijevak.platform.web.TimelineEntry.Link;
import io.lijevak.platform.web.TimelineEntry.Mark;
import io.lijevak.platform.web.TimelineEntry.Story;
import io.lijevak.platform.web.TimelineEntry.Subject;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An interaction in the words and signs of a timeline, with what can be done about it at once. */
@Component
class TimelineLines {
    private final Clock clock;

    TimelineLines(Clock clock) {
        this.clock = clock;
    }

    /** The entry on the timeline of a customer, or of its deal, which then is not named. */
    TimelineEntry entry(Interaction one, CurrentUser viewer, boolean onDeal) {
        var deal = one.names().deal();
        var subject = onDeal || deal == null ? null : new Subject(deal.name(), "/deals/" + deal.id());
        return new TimelineEntry(
                one.at(),
                one.kind().icon(),
                one.state() == InteractionState.HELD,
                people(one),
                subject,
                "interactions.line." + one.kind().word(),
                List.of(direction(one), with(one), minutes(one), with(one).isEmpty() ? "NONE" : "SOME"),
                List.of(),
                story(one, viewer));
    }

    private Story story(Interaction one, CurrentUser viewer) {
        var fields = one.fields();
        var href = "/interactions/" + one.id();
        var texts = Stream.of(fields.text(), fields.occasion().agenda(), fields.result())
                .filter(Objects::nonNull)
                .toList();
        return new Story(new Subject(fields.subject(), href), texts, marks(one), links(one, viewer, href));
    }

    private List<Mark> marks(Interaction one) {
        var marks = new ArrayList<Mark>();
        if (one.isOverdue(clock.instant())) {
            marks.add(new Mark("alert", "danger", "interactions.mark.noResult", List.of()));
        } else if (one.state() != InteractionState.HELD) {
            marks.add(new Mark(
                    one.isPlanned() ? "calendar" : "x",
                    one.isPlanned() ? "accent" : "",
                    "interactions.state." + one.state().word(),
                    List.of()));
        }
        if (one.fields().importance() == Importance.HIGH) {
            marks.add(new Mark("flag", "warn", "interactions.importance.HIGH", List.of()));
        }
        if (one.openedDeal() != null) {
            marks.add(new Mark(
                    "deal",
                    "accent",
                    "interactions.mark.opened",
                    List.of(one.openedDeal().name())));
        }
        return marks;
    }

    private static List<Link> links(Interaction one, CurrentUser viewer, String href) {
        var links = new ArrayList<Link>();
        if (one.fields().subject().isEmpty()) {
            links.add(new Link("eye", "interactions.open", href));
        }
        if (one.isPlanned() && one.isChangedBy(viewer)) {
            links.add(new Link("check", "interactions.result.do", href + "/result"));
        }
        if (one.beginsDeal() && viewer.may(Resource.DEAL, Action.CREATE)) {
            links.add(new Link("plus", "interactions.deal.do", href + "/deal"));
        }
        return links;
    }

    private static String direction(Interaction one) {
        var direction = one.fields().occasion().direction();
        return direction == null ? "NONE" : direction.name();
    }

    /** Whom it was with: contact persons, else the number or address. */
    private static String with(Interaction one) {
        var contacts = one.names().contacts().stream().map(Named::name).collect(Collectors.joining(", "));
        var counterpart = one.fields().occasion().counterpart();
        if (!contacts.isEmpty() || counterpart == null) {
            return contacts;
        }
        return one.kind() == InteractionKind.CALL ? new PhoneNumber(counterpart).readable() : counterpart;
    }

    private static int minutes(Interaction one) {
        var minutes = one.fields().occasion().minutes();
        return minutes == null ? 0 : minutes;
    }

    private static @Nullable String people(Interaction one) {
        var people = Stream.concat(
                        Stream.ofNullable(one.names().responsible()),
                        one.names().people().stream().map(Named::name))
                .distinct()
                .collect(Collectors.joining(", "));
        return people.isEmpty() ? null : people;
    }
}
