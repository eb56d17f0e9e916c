package io.lijevak.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.StaleVersion;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@LijevakTest
class PeopleTests {
    @Autowired
    World world;

    @Autowired
    SavePerson savePerson;

    @Autowired
    DeactivatePerson deactivatePerson;

    @Autowired
    InvitePerson invitePerson;

    @Autowired
    AcceptInvitation acceptInvitation;

    @Autowired
    RoleRights rights;

    @Autowired
    ApiTokens tokens;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    CurrentUser administrator = placeholder();

    @BeforeEach
    void reset() {
        world.reset();
        administrator = world.user(Role.ADMINISTRATOR);
    }

    @Test
    void keepsAPersonWithoutAnEmail() {
        var id = savePerson.create(administrator, input("Ivan Perković", null, Role.SALES_REP, null));

        assertThat(people.require(id).email()).isNull();
        assertThat(people.require(id).account()).isFalse();
    }

    @Test
    void refusesAnEmailThatSomebodyHas() {
        savePerson.create(administrator, input("Ivan", "ivan@galeb.example", Role.SALES_REP, null));

        assertProblem(
                "email",
                () -> savePerson.create(administrator, input("Ivan II", "Ivan@Galeb.example", Role.SALES_REP, null)));
    }

    @Test
    void refusesACircleOfHeads() {
        var head = savePerson.create(administrator, input("Head", null, Role.HEAD_OF_SALES, null));
        var rep = savePerson.create(administrator, input("Rep", null, Role.SALES_REP, head.value()));

        assertProblem(
                "head",
                () -> savePerson.change(administrator, head, 1, input("Head", null, Role.HEAD_OF_SALES, rep.value())));
    }

    @Test
    void refusesAStaleVersion() {
        var id = savePerson.create(administrator, input("Ivan", null, Role.SALES_REP, null));
        savePerson.change(administrator, id, 1, input("Ivan P.", null, Role.SALES_REP, null));

        assertThatThrownBy(() -> savePerson.change(administrator, id, 1, input("Ivo", null, Role.SALES_REP, null)))
                .isInstanceOf(StaleVersion.class);
        assertThat(people.require(id).name()).isEqualTo("Ivan P.");
    }

    @Test
    void nobodyMakesSomebodyMorePowerful() {
        jdbc.sql("update role_right set scope = 'ALL' where resource = 'PEOPLE' and role = 'HEAD_OF_SALES'")
                .update();
        jdbc.sql("""
                insert into role_right (role, resource, action, scope)
                select 'HEAD_OF_SALES', 'PEOPLE', unnest(array['CREATE', 'EDIT', 'ARCHIVE']), 'ALL'""").update();
        var head = world.user(Role.HEAD_OF_SALES);

        assertDenied(() -> savePerson.create(head, input("Eve", null, Role.ADMINISTRATOR, null)));
        assertDenied(() -> savePerson.change(
                head, administrator.person(), 1, input("Eve", "eve@evil.example", Role.READER, null)));
        assertDenied(() -> invitePerson.link(head, administrator.person()));
        assertDenied(() -> deactivatePerson.now(head, administrator.person()));
        assertDenied(() -> rights.change(head, Role.HEAD_OF_SALES, 0, Map.of("SYSTEM.EDIT", Scope.ALL)));
    }

    @Test
    void lastAdministratorStays() {
        var other = world.person("Other", Role.ADMINISTRATOR);

        assertThatThrownBy(() -> deactivatePerson.now(administrator, other)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> deactivatePerson.now(administrator, administrator.person()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void deactivationEndsSessionsAndTokens() {
        var rep = world.person(Role.SALES_REP);
        world.session(rep);
        tokens.adopt(rep, "test", "0123456789abcdef0123456789abcdef");

        deactivatePerson.now(administrator, rep);

        assertThat(jdbc.sql("select count(*) from person_session")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(tokens.owner("0123456789abcdef0123456789abcdef")).isEmpty();
        deactivatePerson.undo(administrator, rep);
        assertThat(tokens.owner("0123456789abcdef0123456789abcdef")).isEmpty();
    }

    @Test
    void linkSetsAPasswordOnce() {
        var id = savePerson.create(administrator, input("Ivan", "ivan@galeb.example", Role.SALES_REP, null));
        var link = invitePerson.link(administrator, id);

        assertProblem("password", () -> acceptInvitation.with(link.secret(), "short"));
        assertThat(acceptInvitation.with(link.secret(), "sol i more zovu")).isEqualTo(id);
        assertThatThrownBy(() -> acceptInvitation.with(link.secret(), "sol i more zovu"))
                .isInstanceOf(RecordNotFound.class);
        assertThat(people.require(id).account()).isTrue();
    }

    @Test
    void newerLinkReplacesTheOlder() {
        var id = savePerson.create(administrator, input("Ivan", "ivan@galeb.example", Role.SALES_REP, null));
        var older = invitePerson.link(administrator, id);
        invitePerson.link(administrator, id);

        assertThat(acceptInvitation.find(older.secret())).isEmpty();
    }

    @Test
    void changedRightsHoldAtOnceButNotThoseThatWouldLockEverybodyOut() {
        var rep = world.person(Role.SALES_REP);
        rights.change(administrator, Role.SALES_REP, version(Role.SALES_REP), Map.of("DEAL.VIEW", Scope.ALL));
        rights.change(
                administrator, Role.ADMINISTRATOR, version(Role.ADMINISTRATOR), Map.of("SYSTEM.EDIT", Scope.NONE));

        assertThat(world.user(rep).scope(Resource.DEAL, Action.VIEW)).isEqualTo(Scope.ALL);
        assertThat(world.user(Role.ADMINISTRATOR).scope(Resource.SYSTEM, Action.EDIT))
                .isEqualTo(Scope.ALL);
    }

    @Test
    void refusesRightsMadeFromAnOlderForm() {
        var version = version(Role.READER);
        rights.change(administrator, Role.READER, version, Map.of("DEAL.VIEW", Scope.NONE));

        assertThatThrownBy(() -> rights.change(administrator, Role.READER, version, Map.of("DEAL.EDIT", Scope.ALL)))
                .isInstanceOf(StaleVersion.class);
    }

    private int version(Role role) {
        return rights.of(role).version();
    }

    private static PersonInput input(String name, @Nullable String email, Role role, @Nullable Long head) {
        return new PersonInput(name, email, role, null, head);
    }

    private static void assertProblem(String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(InvalidInput.class))
                .satisfies(invalid ->
                        assertThat(invalid.problems()).extracting("field").containsExactly(field));
    }

    private static void assertDenied(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(AccessDeniedException.class);
    }

    private static CurrentUser placeholder() {
        return new CurrentUser(
                new PersonId(0),
                "",
                Role.READER,
                "en",
                java.time.ZoneId.of("UTC"),
                "system",
                true,
                java.util.Set.of(),
                Map.of());
    }
}
