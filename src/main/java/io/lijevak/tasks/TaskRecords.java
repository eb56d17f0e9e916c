package io.lijevak.tasks;

import io.lijevak.process.SubjectNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the records are called that the processes of tasks are about, of other records than deals. */
@Component
class TaskRecords {
    private final SubjectNames names;

    TaskRecords(SubjectNames names) {
        this.names = names;
    }

    Task named(Task task) {
        var one = new ArrayList<>(List.of(task));
        name(one);
        return one.getFirst();
    }

    /** Names the records in the list; asks nothing when no task has one. */
    void name(List<Task> tasks) {
        var subjects = tasks.stream()
                .map(task -> task.about().subject())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!subjects.isEmpty()) {
            var links = names.of(subjects);
            tasks.replaceAll(task -> task.about().subject() == null
                    ? task
                    : task.about(links.get(Objects.requireNonNull(task.about().subject()))));
        }
    }
}
