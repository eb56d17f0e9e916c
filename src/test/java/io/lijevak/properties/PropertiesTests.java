package io.lijevak.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StaleVersion;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@LijevakTest
class PropertiesTests {
    @Autowired
    World world;

    @Autowired
    KeepProperties keep;

    @Autowired
    KeepChoices choices;

    @Autowired
    Properties properties;

    @Autowired
    AuditTrail audit;

    private CurrentUser administrator;

    @BeforeEach
    void begin() {
        world.reset();
        administrator = world.user(Role.ADMINISTRATOR);
    }

    @Test
    void addsAPropertyThatIsThereAtOnce() {
        var region = keep.add(list("Regija", "Sjever", " Jug ", ""), administrator);

        assertThat(region.key()).isEqualTo("regija");
        assertThat(properties.seen(RecordKind.CUSTOMER, administrator)).containsExactly(region);
        assertThat(region.choices()).extracting(Property.Choice::name).containsExactly("Sjever", "Jug");
        assertThat(audit.of("property", region.id(), 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("created"));
    }

    @Test
    void givesTwoNamesThatFoldAlikeKeysOfTheirOwn() {
        keep.add(list("Veličina", "a"), administrator);
        var second = keep.add(list("Velicina", "a"), administrator);

        assertThat(second.key()).isEqualTo("velicina_2");
    }

    @Test
    void refusesWhatCannotBe() {
        keep.add(list("Region", "North"), administrator);

        refused(list("REGION", "North"), "name", "properties.problem.name.taken");
        refused(list("Empty"), "choices", "properties.problem.choices");
        refused(list("Twice", "a", "A"), "choices", "properties.problem.choice.twice");
        refused(list(" ", "a"), "name", "platform.problem.required");
        refused(list("x".repeat(200), "a"), "name", "properties.problem.long");
        refused(with(PropertyType.REFERENCE, null, null), "target", "properties.problem.target");
        refused(with(PropertyType.TEXT, "Drop Table", null), "key", "properties.problem.key");
        refused(with(PropertyType.MONEY, null, "ZZZ"), "currency", "properties.problem.currency");
    }

    @Test
    void onlyAdministratorsAdd() {
        var head = world.user(Role.HEAD_OF_SALES);

        assertThatThrownBy(() -> keep.add(list("Region", "North"), head)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void renamesAndOrdersValuesUnderTheirIds() {
        var region = keep.add(list("Region", "North", "South"), administrator);
        var north = region.choices().getFirst();

        choices.rename(region.id(), north.id(), "Far north", administrator);
        choices.add(region.id(), List.of("East"), administrator);
        choices.move(region.id(), north.id(), 1, administrator);
        choices.retire(region.id(), north.id(), true, administrator);

        assertThat(properties.require(region.id()).choices())
                .extracting(Property.Choice::name)
                .containsExactly("South", "Far north", "East");
        assertThat(properties.require(region.id()).choice(north.value()))
                .hasValue(new Property.Choice(north.id(), "Far north", true));
        assertThatThrownBy(() -> choices.rename(region.id(), north.id(), "south", administrator))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void retiringFreesTheNameUntilItComesBack() {
        var first = keep.add(list("Region", "North"), administrator);
        keep.retire(first.id(), true, administrator);
        keep.add(list("Region", "South"), administrator);

        assertThat(properties.seen(RecordKind.CUSTOMER, administrator)).hasSize(1);
        assertThatThrownBy(() -> keep.retire(first.id(), false, administrator)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void showsAPropertyToItsRolesOnly() {
        var draft = new PropertyDraft("Margin", null, null, null, null, false, Set.of(Role.HEAD_OF_SALES), 0);
        keep.add(
                new NewProperty(RecordKind.CUSTOMER, PropertyType.NUMBER, null, null, null, List.of(), draft),
                administrator);

        assertThat(properties.seen(RecordKind.CUSTOMER, world.user(Role.SALES_REP)))
                .isEmpty();
        assertThat(properties.seen(RecordKind.CUSTOMER, world.user(Role.HEAD_OF_SALES)))
                .hasSize(1);
        assertThat(properties.seen(RecordKind.CUSTOMER, administrator)).hasSize(1);
    }

    @Test
    void secondEditorIsToldThatThePropertyChanged() {
        var region = keep.add(list("Region", "North"), administrator);
        keep.change(region.id(), region.version(), PropertyDraft.named("Area"), administrator);

        assertThatThrownBy(() -> keep.change(region.id(), region.version(), PropertyDraft.named("Zone"), administrator))
                .isInstanceOf(StaleVersion.class);
    }

    private void refused(NewProperty given, String field, String problem) {
        assertThatThrownBy(() -> keep.add(given, administrator))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems()).anySatisfy(found -> {
                            assertThat(found.field()).isEqualTo(field);
                            assertThat(found.messageKey()).isEqualTo(problem);
                        }));
    }

    private static NewProperty with(PropertyType type, String key, String currency) {
        return new NewProperty(RecordKind.DEAL, type, key, null, currency, List.of(), PropertyDraft.named("X"));
    }

    private static NewProperty list(String name, String... values) {
        return new NewProperty(
                RecordKind.CUSTOMER, PropertyType.LIST, null, null, null, List.of(values), PropertyDraft.named(name));
    }
}
