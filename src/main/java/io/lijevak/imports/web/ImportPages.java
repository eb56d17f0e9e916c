package io.lijevak.imports.web;

import io.lijevak.imports.Field;
import io.lijevak.imports.Import;
import io.lijevak.imports.ImportKind;
import io.lijevak.imports.Imports;
import io.lijevak.imports.PropertyTargets;
import io.lijevak.imports.SourceColumn;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Step;
import io.lijevak.platform.web.Texts;
import io.lijevak.process.Stage;
import io.lijevak.process.Stages;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Steps and choices of the wizard. */
@Component
class ImportPages {
    private final Texts texts;
    private final Stages stages;
    private final Imports imports;
    private final PropertyTargets properties;
    private final Clock clock;

    ImportPages(Texts texts, Stages stages, Imports imports, PropertyTargets properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.imports = imports;
        this.texts = texts;
        this.stages = stages;
    }

    Instant now() {
        return clock.instant();
    }

    String text(String language, String key, Object... arguments) {
        return texts.get(language, key, arguments);
    }

    /** What every page of the wizard shows: the import, its steps, and whether its file came before. */
    void begin(Model model, Import source, int now, CurrentUser user) {
        model.addAttribute("source", source);
        model.addAttribute("steps", steps(source, now, user.language()));
        var twin = source.state().isOpen() ? imports.twin(source.id()).orElse(null) : null;
        model.addAttribute("twin", twin);
        model.addAttribute("seesTwin", twin != null && user.can(Resource.IMPORT, Action.VIEW, twin.person()));
    }

    /** The steps with {@code now} (from 0) as the present one; earlier ones can be gone back to while it is open. */
    List<Step> steps(@Nullable Import source, int now, String language) {
        var names = List.of("file", "layout", "mapping", "check", "report");
        var steps = new ArrayList<Step>();
        for (int i = 0; i < names.size(); i++) {
            var step = Step.of(texts.get(language, "imports.step." + names.get(i)), i, now);
            var canGoBack = i == 1 || i == 2;
            steps.add(
                    source != null && source.state().isOpen() && canGoBack
                            ? new Step(step.label(), step.state(), "/imports/" + source.id() + "/" + names.get(i))
                            : step);
        }
        return steps;
    }

    /** What a column may go into, and for deals the date of each stage. */
    List<Option> targets(Import source, CurrentUser user) {
        var language = user.language();
        var options = new ArrayList<Option>();
        for (var field : source.kind().fields()) {
            if (field != Field.STAGE_DATE && field != Field.PROPERTY) {
                options.add(new Option(field.key(), name(field, source.kind(), language)));
            }
        }
        for (var property : properties.of(source.kind(), user)) {
            options.add(new Option(
                    PropertyTargets.target(property),
                    texts.get(language, "imports.field.property", property.name(language))));
        }
        if (source.kind() == ImportKind.DEALS) {
            for (var stage : stageNames(source)) {
                options.add(new Option(
                        Field.STAGE_DATE.key() + ":" + stage, texts.get(language, "imports.field.stageDate", stage)));
            }
        }
        return options;
    }

    /** The problem at the choice of its column, its target in the reader's words instead of the API's. */
    FieldProblem atItsColumn(FieldProblem problem, Import source, CurrentUser user) {
        var columns = source.settings().columns();
        for (int i = 0; i < columns.size(); i++) {
            if (problem.field().equals("mapping." + columns.get(i).source())) {
                var words = problem.arguments().stream()
                        .map(argument -> (Object) inWords(argument, source, user))
                        .toList();
                return new FieldProblem("target-" + i, problem.messageKey(), words);
            }
        }
        return problem;
    }

    private String inWords(Object target, Import source, CurrentUser user) {
        return targets(source, user).stream()
                .filter(option -> option.value().equals(target))
                .map(Option::label)
                .findFirst()
                .orElse(target.toString());
    }

    /** A person has another name than a thing in some languages. */
    private String name(Field field, ImportKind kind, String language) {
        var own = "imports.field." + field.key() + "." + kind.code();
        return texts.get(language, texts.has(language, own) ? own : "imports.field." + field.key());
    }

    private LinkedHashSet<String> stageNames(Import source) {
        var names = new LinkedHashSet<String>();
        var targets = source.settings().mapping().targets();
        targets.values().stream()
                .filter(target -> target.startsWith(Field.STAGE_DATE.key() + ":"))
                .forEach(target ->
                        names.add(target.substring(Field.STAGE_DATE.key().length() + 1)));
        source.settings().columns().stream()
                .filter(column -> Field.STAGE.key().equals(targets.get(column.source())))
                .map(SourceColumn::words)
                .forEach(names::addAll);
        stages.active().stream().map(Stage::name).forEach(names::add);
        return names;
    }

    List<Option> collisions(String language) {
        return List.of("overwrite", "empty", "never").stream()
                .map(rule -> new Option(rule, texts.get(language, "imports.collision." + rule)))
                .toList();
    }
}
