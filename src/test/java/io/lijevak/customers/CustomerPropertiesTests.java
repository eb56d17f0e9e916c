package io.lijevak.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.platform.InvalidInput;
import io.lijevak.properties.KeepProperties;
import io.lijevak.properties.NewProperty;
import io.lijevak.properties.PropertyDraft;
import io.lijevak.properties.PropertyType;
import io.lijevak.properties.PropertyValues;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Values of properties on customers: kept, refused, audited. */
@LijevakTest
class CustomerPropertiesTests {
    @Autowired
    World world;

    @Autowired
    CustomerPropertyWorld properties;

    @Autowired
    KeepProperties keep;

    @Autowired
    CreateCustomer create;

    @Autowired
    ChangeCustomer change;

    @Autowired
    Customers customers;

    @Autowired
    AuditTrail audit;

    private CurrentUser administrator;

    @BeforeEach
    void begin() {
        administrator = properties.found();
    }

    @Test
    void keepsEveryTypeAsItWasGiven() {
        properties.add("Note", PropertyType.TEXT);
        properties.add("People", PropertyType.NUMBER);
        properties.add("Turnover", PropertyType.MONEY);
        properties.add("Renewal", PropertyType.DATE);
        properties.add("Exports", PropertyType.FLAG);
        properties.add("Boats", PropertyType.MULTI_LIST, "Sail", "Motor", "Rubber");
        var other = create.from(new A("Other").fields(), administrator);
        keep.add(
                new NewProperty(
                        RecordKind.CUSTOMER,
                        PropertyType.REFERENCE,
                        "partner",
                        RecordKind.CUSTOMER,
                        null,
                        List.of(),
                        PropertyDraft.named("Partner")),
                administrator);

        var created = create.from(
                new A("Uljara")
                        .with("region", "south")
                        .with("note", " Robert'); drop table customer; -- \"\\ ")
                        .with("people", "1.234,50")
                        .with("turnover", new BigDecimal("1000000.10"))
                        .with("renewal", "31. 12. 2026.")
                        .with("exports", "da")
                        .with("boats", "Rubber, sail")
                        .with("partner", BigDecimal.valueOf(other.id().value()))
                        .fields(),
                administrator);

        var stored = customers.require(created.id()).fields().properties();
        assertThat(stored.get("region"))
                .isEqualTo(
                        BigDecimal.valueOf(properties.region().choices().get(1).id()));
        assertThat(stored.get("note")).isEqualTo("Robert'); drop table customer; -- \"\\");
        assertThat(stored.get("people")).isEqualTo(new BigDecimal("1234.5"));
        assertThat(stored.get("turnover")).isEqualTo(new BigDecimal("1000000.1"));
        assertThat(stored.get("renewal")).isEqualTo("2026-12-31");
        assertThat(stored.get("exports")).isEqualTo(true);
        assertThat(stored.get("boats"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
        assertThat(stored.get("partner"))
                .isEqualTo(BigDecimal.valueOf(other.id().value()));
    }

    @Test
    void refusesEachWrongValueAtItsField() {
        properties.add("People", PropertyType.NUMBER);
        properties.add("Renewal", PropertyType.DATE);
        properties.add("Note", PropertyType.TEXT);
        var wrong = new A("Uljara")
                .with("region", "West")
                .with("people", "many")
                .with("renewal", "31.02.2026")
                .with("note", "x".repeat(10_000))
                .with("unheard", "of")
                .fields();

        assertThatThrownBy(() -> create.from(wrong, administrator))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.field() + " " + problem.messageKey())
                                .containsExactlyInAnyOrder(
                                        "properties.region properties.problem.choice.unknown",
                                        "properties.people platform.problem.number",
                                        "properties.renewal platform.problem.date",
                                        "properties.note properties.problem.long",
                                        "properties.unheard properties.problem.unknown"));
    }

    @Test
    void asksARequiredPropertyOfNewCustomersAndLetsNobodyEmptyIt() {
        var old = create.from(new A("Old").fields(), administrator);
        var draft = new PropertyDraft("Band", null, null, null, null, true, Set.of(), 0);
        keep.add(
                new NewProperty(RecordKind.CUSTOMER, PropertyType.TEXT, null, null, null, List.of(), draft),
                administrator);

        assertThatThrownBy(() -> create.from(new A("New").fields(), administrator))
                .isInstanceOf(InvalidInput.class);
        change.by(administrator, old.id(), old.version(), now -> now.ofPerson(administrator.id()));
        var filled = change.by(
                administrator,
                old.id(),
                2,
                now -> now.withProperties(now.properties().with("band", "50-99")));
        assertThatThrownBy(() -> change.by(
                        administrator, old.id(), filled.version(), now -> now.withProperties(PropertyValues.NONE)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void keepsWhatThePersonMayNotSeeAndWhatIsRetired() {
        var draft = new PropertyDraft("Margin", null, null, null, null, false, Set.of(Role.HEAD_OF_SALES), 0);
        keep.add(
                new NewProperty(RecordKind.CUSTOMER, PropertyType.NUMBER, null, null, null, List.of(), draft),
                administrator);
        var rep = world.user(Role.SALES_REP);
        var created = create.from(
                new A("Uljara")
                        .of(rep.id())
                        .with("margin", "12")
                        .with("region", "North")
                        .fields(),
                administrator);
        keep.retire(properties.region().id(), true, administrator);

        var changed = change.by(rep, created.id(), created.version(), now -> now.withProperties(PropertyValues.NONE));

        assertThat(changed.fields().properties()).isEqualTo(created.fields().properties());
        assertThatThrownBy(() -> change.by(
                        rep,
                        created.id(),
                        changed.version(),
                        now -> now.withProperties(now.properties().with("margin", "99"))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void recordsAChangeByTheNamesOfItsValues() {
        var created = create.from(new A("Uljara").with("region", "North").fields(), administrator);
        change.by(
                administrator,
                created.id(),
                1,
                now -> now.withProperties(now.properties().with("region", "South")));

        assertThat(audit.of("customer", created.id().value(), 1).getFirst().changes())
                .containsEntry("property.region", new AuditTrail.Change("North", "South"));
    }
}
