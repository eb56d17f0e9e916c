package io.lijevak.process;

import io.lijevak.platform.FieldProblem;
import io.lijevak.users.CurrentUser;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requires that every item of a checklist is ticked. A tick belongs to the item's words and outlives the version. */
@Component
class ChecklistRequirement implements RequirementKind {
    private static final String ITEMS = "items";
    private static final int MOST = 20;
    private static final int LONGEST = 200;
    private final JdbcClient jdbc;
    private final Clock clock;

    ChecklistRequirement(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public List<Input> settings(CurrentUser user) {
        return List.of(
                new Input(ITEMS, "process.requirement.check.items", false, Input.Type.LONG_TEXT, List.of(), null));
    }

    @Override
    public List<FieldProblem> problems(Map<String, String> settings) {
        var items = items(settings);
        if (items.isEmpty()) {
            return List.of(new FieldProblem(ITEMS, "process.error.check.empty"));
        }
        return items.size() > MOST || items.stream().anyMatch(item -> item.length() > LONGEST)
                ? List.of(new FieldProblem(ITEMS, "process.error.check.long", MOST, LONGEST))
                : List.of();
    }

    @Override
    public Optional<Missing> missing(Requirement requirement, Subject subject, CurrentUser user) {
        var ticked = new HashSet<>(jdbc.sql("""
                select item from checklist_tick where subject_kind = :kind and subject_id = :id""")
                .param("kind", subject.kind())
                .param("id", subject.id())
                .query(String.class)
                .list());
        var items = items(requirement.settings());
        var inputs = new ArrayList<Input>();
        for (int index = 0; index < items.size(); index++) {
            if (!ticked.contains(items.get(index))) {
                inputs.add(
                        new Input(input(requirement, index), items.get(index), true, Input.Type.TICK, List.of(), null));
            }
        }
        return inputs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Missing(
                        requirement, "process.missing.check", List.of(inputs.size(), items.size()), inputs, null));
    }

    @Override
    public void fulfil(Requirement requirement, Subject subject, Map<String, String> answers, CurrentUser user) {
        var items = items(requirement.settings());
        for (int index = 0; index < items.size(); index++) {
            var answer = answers.getOrDefault(input(requirement, index), "");
            if (List.of("true", "on", "1").contains(answer)) {
                tick(subject, items.get(index), user);
            }
        }
    }

    private void tick(Subject subject, String item, CurrentUser user) {
        jdbc.sql("""
                insert into checklist_tick (subject_kind, subject_id, item, person_id, at)
                values (:kind, :id, :item, :person, :at) on conflict do nothing""")
                .param("kind", subject.kind())
                .param("id", subject.id())
                .param("item", item)
                .param("person", user.id())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private static String input(Requirement requirement, int index) {
        return "check-" + requirement.id() + "-" + index;
    }

    private static List<String> items(Map<String, String> settings) {
        return settings.getOrDefault(ITEMS, "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}
