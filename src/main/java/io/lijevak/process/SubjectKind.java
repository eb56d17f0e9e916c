package io.lijevak.process;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Port: a kind of record that processes are about; the module of the record contributes it as a bean. */
public interface SubjectKind {
    /** The word of {@link Subject#kind()}. */
    String name();

    /** Keeps the record as it is until the transaction ends, so that its changes come one after another. */
    void hold(long id);

    /** Whether the user's rights reach the record. */
    boolean may(long id, Action action, CurrentUser user);

    /** Who answers for the record, null when nobody does. */
    @Nullable
    Long responsible(long id);

    /** Who answers for its customer, null when there is none. */
    @Nullable
    Long customersResponsible(long id);

    /** The customer it is about, to be written down with the tasks of its process; null when they know by themselves. */
    default @Nullable Long customer(long id) {
        return null;
    }

    /** The object of the rights on such records. */
    Resource resource();

    /**
     * Which of the records the user may see, as an SQL predicate for reports; what it needs bound is what {@link Reach} of
     * {@link #resource} needs. Of deals nobody asks: the reports are of their own module.
     *
     * @param column that holds their identities
     */
    default String seen(String column, CurrentUser user) {
        return "false";
    }

    /** What people call the record. */
    String title(long id);

    /** What people call the records, by identity; unknown ones are left out. */
    Map<Long, String> titles(Collection<Long> ids);

    /** Where its page is. */
    String href(long id);

    /** The facts that conditions may ask for, by name. */
    Map<String, FactType> facts();

    /** What they are now: {@code BigDecimal}, {@code String} or {@code Boolean}; unknown ones are left out. */
    Map<String, Object> facts(long id);

    /** The facts of them that people decide, asked in the form of the point from which a choice turns on them. */
    default Set<String> decisions() {
        return Set.of();
    }

    /** What to ask for such decisions. */
    default List<Input> questions(Set<String> decisions, CurrentUser user) {
        return List.of();
    }

    /** Writes down what was decided, before the choice is made; refuses at the inputs what cannot be decided so. */
    default void decide(long id, Set<String> decisions, Answers answers, Actor actor) {}

    /** The stage where it stands, in the version of its type that it follows; null when it stands at none. */
    @Nullable
    Gate gate(long id);

    /** The process came to stand at a stage; called in the transaction of the step, also when it stood there before. */
    void stands(long id, Standing standing);

    /** What to ask when the process may come to such an end. */
    List<Input> endInputs(boolean success, CurrentUser user);

    /** The process came to an end; called in the transaction of the step. */
    void ended(long id, RouteModel.Node end, Answers answers, Actor actor);
}
