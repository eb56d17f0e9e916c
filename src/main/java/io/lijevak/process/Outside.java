package io.lijevak.process;

import io.lijevak.process.RouteModel.Flow;
import io.lijevak.process.RouteModel.Kind;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What processes ask of the records they are about, and what they tell the rest of the system. */
@Component
class Outside {
    private final Subjects subjects;
    private final StageEvents stages;
    private final ApplicationEventPublisher events;

    Outside(Subjects subjects, StageEvents stages, ApplicationEventPublisher events) {
        this.subjects = subjects;
        this.stages = stages;
        this.events = events;
    }

    Map<String, Object> choices(RouteModel route, Subject subject) {
        var choices = route.of(Kind.CHOICE);
        if (choices.isEmpty()) {
            return Map.of();
        }
        var kind = subjects.kind(subject);
        var types = kind.facts();
        var facts = kind.facts(subject.id());
        var chosen = new HashMap<String, Object>();
        for (var choice : choices) {
            var way = route.from(choice.id()).stream()
                    .filter(flow -> flow.condition() != null && Condition.holds(flow.condition(), types, facts))
                    .map(Flow::id)
                    .findFirst();
            chosen.put(Bpmn.choice(choice.id()), way.orElse(""));
        }
        return chosen;
    }

    void stands(Subject subject, Standing standing) {
        subjects.kind(subject).stands(subject.id(), standing);
    }

    void ended(Subject subject, RouteModel.Node end, Answers answers, Actor actor) {
        subjects.kind(subject).ended(subject.id(), end, answers, actor);
    }

    /**
     * A run came to a point: somebody is asked, and its stage plans what it plans on entry. A route has no circles, so a
     * run comes to a stage once in an instance of the engine; going back begins another.
     */
    void raised(TaskRaised task, Run run, RouteVersion route, Actor actor) {
        tell(task);
        var type = route.type();
        var stage = task.stage();
        if (type != null && stage != null && !actor.following()) {
            var gate = new Gate(run.subject(), type, route.version(), stage);
            stages.entered(gate, occasion(run, stage), actor);
        }
    }

    /** A run carried over to another version goes on at another stage of it: it arrives there, once in its instance. */
    void carried(StageId stage, Run run, RouteVersion route, Actor actor) {
        var type = route.type();
        if (type != null) {
            stages.entered(new Gate(run.subject(), type, route.version(), stage), occasion(run, stage), actor);
        }
    }

    private static String occasion(Run run, StageId stage) {
        return "run-" + run.id() + "-" + run.instance() + "-" + stage;
    }

    /** What the stage planned is not wanted any more; without a stage, what all stages planned. */
    void over(Subject subject, @Nullable StageId stage, Actor actor) {
        stages.over(subject, stage, actor);
    }

    void tell(Object event) {
        events.publishEvent(event);
    }
}
