package io.lijevak.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.complaints.ComplaintFields.Circle;
import io.lijevak.customers.CustomerId;
import io.lijevak.deals.DealWorld;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Who sees which complaints, by themselves and in lists. */
@LijevakTest
class ComplaintListTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    ComplaintWorld given;

    @Autowired
    ReceiveComplaint receive;

    @Autowired
    ChangeComplaint change;

    @Autowired
    EndComplaint end;

    @Autowired
    Complaints complaints;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser ana;
    private CustomerId mill;

    @BeforeEach
    void begin() {
        ana = deals.found();
        mill = given.customer("Uljara", ana);
    }

    @Test
    void isSeenByWhoAnswersForItOrForItsCustomerAndInListsAlike() {
        var ivan = world.user(world.person("Ivan", Role.SALES_REP));
        var eva = world.user(world.person("Eva", Role.SALES_REP));
        var evas = given.customer("Mlin", eva);
        var id = receive.with(ComplaintWorld.fields(evas, "Leak", ivan.id()), null, ana);
        var stranger = world.user(world.person("Stranger", Role.SALES_REP));

        for (var person : List.of(ivan, eva, ana)) {
            assertThat(complaints.require(id, person).id()).isEqualTo(id);
            assertThat(listed(Map.of(), person)).containsExactly(id);
        }
        assertThat(listed(Map.of(), stranger)).isEmpty();
        assertThatThrownBy(() -> complaints.require(id, stranger)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> change.to(id, 1, ComplaintWorld.fields(evas, "Mine", eva.id()), eva))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> end.withdraw(id, "No", eva)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> given.complete(id, Map.of(), stranger)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void filtersNarrowByStateDeadlinePointAndPerson() {
        var open = given.received(mill, "Leak", ana);
        var decided = given.toBeDecided(mill, ana);
        var closed = given.received(mill, "Noise", ana);
        end.withdraw(closed, "Was nothing", ana);
        jdbc.sql("update process_point set due_at = now() - interval '1 day' where node = 'decide'")
                .update();

        assertThat(listed(Map.of("state", "open"), ana)).containsExactlyInAnyOrder(open, decided);
        assertThat(listed(Map.of("state", "closed"), ana)).containsExactly(closed);
        assertThat(listed(Map.of("overdue", "true"), ana)).containsExactly(decided);
        assertThat(listed(Map.of("point", "decide"), ana)).containsExactly(decided);
        assertThat(listed(Map.of("process", "complaint-handling", "state", "open"), ana))
                .hasSize(2);
        assertThat(listed(Map.of("process", "other"), ana)).isEmpty();
        assertThat(listed(Map.of("finding", "withdrawn"), ana)).containsExactly(closed);
        assertThat(listed(Map.of("responsible", "none"), ana)).isEmpty();
        assertThat(listed(Map.of("q", "noise"), ana)).containsExactly(closed);
        assertThat(listed(Map.of("q", "uljara"), ana)).hasSize(3);
        assertThat(complaints.count(ComplaintFilter.of(Map.of("state", "open")), ana))
                .isEqualTo(2);
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeats() {
        for (int n = 0; n < 7; n++) {
            given.received(mill, "Complaint " + n, ana);
        }
        var filter = ComplaintFilter.of(Map.of());
        var first = complaints.page(filter, null, 3, ana);
        var second = complaints.page(filter, first.next(), 3, ana);
        var third = complaints.page(filter, second.next(), 3, ana);

        assertThat(List.of(
                        first.items().size(),
                        second.items().size(),
                        third.items().size()))
                .containsExactly(3, 3, 1);
        assertThat(third.next()).isNull();
        assertThat(Stream.of(first, second, third)
                        .flatMap(slice -> slice.items().stream())
                        .map(Complaint::id))
                .doesNotHaveDuplicates()
                .hasSize(7);
    }

    private void receive(Circle circle, String subject) {
        receive.with(ComplaintWorld.fields(circle, subject, ana.id()), null, ana);
    }

    private List<ComplaintId> listed(Map<String, String> parameters, CurrentUser viewer) {
        return complaints.page(ComplaintFilter.of(parameters), null, 50, viewer).items().stream()
                .map(Complaint::id)
                .toList();
    }
}
