package io.lijevak.process.web;

import io.lijevak.files.FileId;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.web.Form;
import io.lijevak.process.Input;
import io.lijevak.process.RequirementDraft;
import io.lijevak.process.RequirementKind;
import io.lijevak.process.StepRules;
import io.lijevak.users.CurrentUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of what a step says: its rows are requirements, each with the inputs its kind asks for. */
public final class StepRulesForm {
    private static final Pattern ROW = Pattern.compile("requirements\\[(\\d+)]\\.(\\w+)");

    static final String FILE = "file";

    private StepRulesForm() {}

    /** A row of the form: the kind, and its inputs under the names of this row. */
    public record Row(int index, String kind, List<Input> inputs) {}

    static Map<String, Object> values(StepRules rules, int version) {
        var values = new HashMap<String, Object>();
        values.put("version", version);
        values.put("addressee", rules.addressee() == null ? "responsible" : rules.addressee());
        values.put("instruction", rules.instruction() == null ? "" : rules.instruction());
        values.put("rows", rules.requirements().size());
        for (int index = 0; index < rules.requirements().size(); index++) {
            var requirement = rules.requirements().get(index);
            values.put("kind-" + index, requirement.kind());
            var row = index;
            requirement.settings().forEach((name, value) -> values.put(name(row, name), value));
        }
        values.putAll(StepEventsForm.values(rules.events()));
        values.put(FILE, rules.files().stream().map(FileId::toString).toList());
        return values;
    }

    /** The rows as the form has them after its buttons: one added at the end, or one taken away. */
    static Map<String, Object> edited(Form form, List<RequirementKind> kinds, CurrentUser user) {
        var requirements = new ArrayList<>(requirements(form, kinds, user));
        var action = form.value("action");
        if (action.matches("remove-\\d{1,3}")) {
            var row = Integer.parseInt(action.substring("remove-".length()));
            if (row < requirements.size()) {
                requirements.remove(row);
            }
        } else if (action.equals("add")
                && kinds.stream().anyMatch(kind -> kind.name().equals(form.value("add")))) {
            requirements.add(new RequirementDraft(form.value("add"), Map.of()));
        }
        var rules =
                new StepRules(form.value("addressee"), form.value("instruction"), List.of(), requirements, List.of());
        var values = values(rules, 0);
        values.put("version", form.value("version"));
        values.putAll(StepEventsForm.edited(form));
        values.put(
                FILE,
                form.values(FILE).stream()
                        .filter(file -> !action.equals("removeFile-" + file))
                        .toList());
        return values;
    }

    static StepRules rules(Form form, List<RequirementKind> kinds, CurrentUser user) {
        var addressee = form.value("addressee").strip();
        return new StepRules(
                addressee.isEmpty() || addressee.equals("responsible") ? null : addressee,
                text(form.value("instruction")),
                form.values(FILE).stream()
                        .filter(StepRulesForm::isAttached)
                        .map(FileId::valueOf)
                        .toList(),
                requirements(form, kinds, user),
                StepEventsForm.events(form));
    }

    /** Tokens of the files that were sent with this form and are not attached yet. */
    static List<String> sent(Form form) {
        return form.values(FILE).stream().filter(file -> !isAttached(file)).toList();
    }

    /** Whether a value of the form names a file of the type, and not one that was only sent. */
    static boolean isAttached(String file) {
        return file.matches("\\d{1,18}");
    }

    static List<Row> rows(Form form, List<RequirementKind> kinds, CurrentUser user) {
        var rows = new ArrayList<Row>();
        for (int index = 0; index < count(form); index++) {
            var kind = kind(form.value("kind-" + index), kinds);
            var row = index;
            rows.add(new Row(
                    index,
                    form.value("kind-" + index),
                    kind == null
                            ? List.of()
                            : kind.settings(user).stream()
                                    .map(input -> new Input(
                                            name(row, input.name()),
                                            input.label(),
                                            input.literal(),
                                            input.type(),
                                            input.choices(),
                                            input.value()))
                                    .toList()));
        }
        return rows;
    }

    /** The problems at the fields of this form instead of at the paths of the rules. */
    static FieldProblem placed(FieldProblem problem) {
        var path = ROW.matcher(problem.field());
        return path.matches()
                ? problem.at(name(Integer.parseInt(path.group(1)), path.group(2)))
                : StepEventsForm.placed(problem);
    }

    private static List<RequirementDraft> requirements(Form form, List<RequirementKind> kinds, CurrentUser user) {
        var requirements = new ArrayList<RequirementDraft>();
        for (int index = 0; index < count(form); index++) {
            var kind = kind(form.value("kind-" + index), kinds);
            var settings = new LinkedHashMap<String, String>();
            if (kind != null) {
                for (var input : kind.settings(user)) {
                    var value = form.value(name(index, input.name())).strip();
                    if (!value.isEmpty()) {
                        settings.put(input.name(), value);
                    }
                }
            }
            requirements.add(new RequirementDraft(form.value("kind-" + index), settings));
        }
        return requirements;
    }

    private static int count(Form form) {
        return form.value("rows").matches("\\d{1,2}") ? Integer.parseInt(form.value("rows")) : 0;
    }

    private static @Nullable RequirementKind kind(String name, List<RequirementKind> kinds) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String name(int row, String setting) {
        return "requirement-" + row + "-" + setting;
    }

    private static @Nullable String text(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }
}
