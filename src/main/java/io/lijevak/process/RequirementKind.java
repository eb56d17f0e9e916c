package io.lijevak.process;

import io.lijevak.platform.FieldProblem;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port: a kind of requirement that stages may state; modules that know how to answer one contribute it as a bean. */
public interface RequirementKind {
    /** Its name in settings, API and BPMN, such as {@code interaction}. */
    String name();

    /** What an administrator settles for one requirement of this kind; labels are message keys. */
    List<Input> settings(CurrentUser user);

    /** What is wrong with the settings, at the names of the settings; empty when somebody can fulfil them. */
    List<FieldProblem> problems(Map<String, String> settings);

    /** What is missing on the subject, empty when the requirement is fulfilled. */
    Optional<Missing> missing(Requirement requirement, Subject subject, CurrentUser user);

    /**
     * Takes what somebody answered to the inputs of {@link Missing}, by the names of the inputs, in the transaction of
     * the completion. Refuses wrong answers with problems at the names of the inputs.
     */
    void fulfil(Requirement requirement, Subject subject, Map<String, String> answers, CurrentUser user);
}
