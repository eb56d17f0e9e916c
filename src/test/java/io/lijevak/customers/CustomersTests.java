package io.lijevak.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StaleVersion;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@LijevakTest
class CustomersTests {
    @Autowired
    World world;

    @Autowired
    CreateCustomer create;

    @Autowired
    ChangeCustomer change;

    @Autowired
    ArchiveCustomer archive;

    @Autowired
    AdvanceLifecycle advance;

    @Autowired
    SimilarCustomers similar;

    @Autowired
    Customers customers;

    @Autowired
    AuditTrail audit;

    private CurrentUser administrator;

    @BeforeEach
    void begin() {
        world.reset();
        administrator = world.user(Role.ADMINISTRATOR);
    }

    @Test
    void storesWhatWasEnteredInItsNormalForm() {
        var created = create.from(
                new A("Uljara Čakovec d.o.o.")
                        .tax("HR", "HR 69435151530")
                        .phones("091 234 5678", "+385 91 2345678", "01/4567-890")
                        .emails("Ured@Uljara.Example")
                        .fields(),
                administrator);

        assertThat(created.fields().taxNumber()).isEqualTo("69435151530");
        assertThat(created.fields().phones()).containsExactly("+385912345678", "+38514567890");
        assertThat(created.fields().emails()).containsExactly("ured@uljara.example");
    }

    @Test
    void tellsEveryWrongFieldAtOnce() {
        var wrong = new A(" ")
                .tax("HR", "69435151531")
                .phones("abc")
                .emails("nobody")
                .fields();

        assertThatThrownBy(() -> create.from(wrong, administrator))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.field())
                                .containsExactlyInAnyOrder("name", "taxNumber", "phones", "emails"));
    }

    @Test
    void refusesTheSecondEditorOfTheSameVersion() {
        var created = create.from(CustomerFields.named("Uljara"), administrator);
        change.by(administrator, created.id(), 1, fields -> new A("Uljara prva").fields());

        assertThatThrownBy(() -> change.by(administrator, created.id(), 1, fields -> new A("Uljara druga").fields()))
                .isInstanceOf(StaleVersion.class);
        assertThat(customers.require(created.id()).name()).isEqualTo("Uljara prva");
    }

    @Test
    void recordsOldAndNewValueInWords() {
        var created = create.from(CustomerFields.named("Uljara"), administrator);

        change.by(
                administrator,
                created.id(),
                1,
                fields -> new A("Uljara").phones("091 234 5678").fields());

        var entry = audit.of("customer", created.id().value(), 1).getFirst();
        assertThat(entry.action()).isEqualTo("changed");
        assertThat(entry.changes()).containsOnlyKeys("phones");
        assertThat(entry.changes().get("phones").after()).isEqualTo("+385 91 234 5678");
    }

    @Test
    void doesNotChangeAnArchivedCustomerUntilItIsRestored() {
        var created = create.from(CustomerFields.named("Uljara"), administrator);
        var archived = archive.archive(created.id(), administrator);

        assertThatThrownBy(() -> change.by(
                        administrator, created.id(), archived.version(), fields -> new A("Uljara 2").fields()))
                .isInstanceOf(Conflict.class);
        var restored = archive.restore(created.id(), administrator);
        assertThat(change.by(administrator, created.id(), restored.version(), f -> new A("Uljara 2").fields())
                        .name())
                .isEqualTo("Uljara 2");
    }

    @Test
    void keepsForeignCustomersFromAReader() {
        var created = create.from(CustomerFields.named("Uljara"), administrator);
        var reader = world.user(Role.READER);

        assertThatThrownBy(() -> change.by(reader, created.id(), 1, fields -> fields))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(customers.require(created.id()).version()).isEqualTo(1);
    }

    @Test
    void refusesACompanyAsItsOwnParentEvenRoundabout() {
        var head = create.from(CustomerFields.named("Glava"), administrator);
        var below = create.from(new A("Kći").parent(head.id()).fields(), administrator);

        assertThatThrownBy(() -> change.by(
                        administrator,
                        head.id(),
                        1,
                        fields -> new A("Glava").parent(below.id()).fields()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems().getFirst().field()).isEqualTo("parentId"));
    }

    @Test
    void movesTheLifecycleForwardOnly() {
        var created = create.from(CustomerFields.named("Uljara"), administrator);
        var ids = List.of(created.id().value());

        advance.toLead(ids, administrator);
        advance.toCustomer(ids, administrator);
        advance.toLead(ids, administrator);

        assertThat(customers.require(created.id()).fields().lifecycle()).isEqualTo(Lifecycle.CUSTOMER);
        assertThat(audit.of("customer", ids.getFirst(), 10)).hasSize(3);
    }

    @Test
    void findsTheSameCustomerByNumbersAndNearlySameName() {
        create.from(
                new A("Uljara Sveti Petar d.o.o.")
                        .tax("HR", "69435151530")
                        .phones("091 234 5678")
                        .emails("a@uljara.example")
                        .fields(),
                administrator);
        create.from(CustomerFields.named("Uljara Sveti Pavao d.o.o."), administrator);

        assertThat(reasons(new A("Drugo").tax("HR", "69435151530"))).containsExactly("tax");
        assertThat(reasons(new A("Drugo").phones("00385 91 234 5678"))).containsExactly("phone");
        assertThat(reasons(new A("Drugo").emails("A@ULJARA.example"))).containsExactly("email");
        assertThat(reasons(new A("ULJARA SV. PETAR"))).containsExactly("name");
        assertThat(reasons(new A("Uljara sveti petar"))).contains("name");
        assertThat(reasons(new A("Vinarija Sveti Petar"))).isEmpty();
    }

    private List<String> reasons(A customer) {
        return similar.to(customer.fields()).stream()
                .map(SimilarCustomers.Candidate::reason)
                .toList();
    }
}
