package io.lijevak.process.web;

import io.lijevak.files.Attachment;
import io.lijevak.files.FileId;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.RequirementDraft;
import io.lijevak.process.StageId;
import io.lijevak.process.Step;
import io.lijevak.process.StepEvent;
import io.lijevak.process.StepRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step of a version of a deal type as the API answers it. */
record StepJson(
        StageId stage,
        String name,
        @Nullable Integer normDays,
        @Nullable Integer probability,
        String addressee,
        @Nullable String instruction,
        List<FileJson> files,
        List<RequirementDraft> requirements,
        List<EventJson> events) {

    /** A file of the instruction, and where its content is. */
    record FileJson(FileId id, String name, long size, String content) {}

    /** What is planned when the stage is entered; whatever is left out is as for who answers for the deal. */
    record EventJson(
            @Nullable String kind,
            @Nullable String title,
            @Nullable String addressee,
            @Nullable Integer due,
            @Nullable String unit) {}

    /** What is written to change what a step says, with the version of its type; what is left out says nothing. */
    record Body(
            @Nullable Integer version,
            @Nullable String addressee,
            @Nullable String instruction,
            @Nullable List<Long> files,
            @Nullable List<RequirementBody> requirements,
            @Nullable List<EventJson> events) {

        StepRules rules() {
            var problems = new ArrayList<FieldProblem>();
            var rules = new StepRules(
                    addressee == null || addressee.equals("responsible") ? null : addressee,
                    instruction == null || instruction.isBlank() ? null : instruction.strip(),
                    or(files).stream().map(FileId::new).toList(),
                    or(requirements).stream()
                            .map(one -> new RequirementDraft(
                                    one.kind() == null ? "" : one.kind(),
                                    one.settings() == null ? Map.of() : one.settings()))
                            .toList(),
                    events(problems));
            if (!problems.isEmpty()) {
                throw new InvalidInput(problems);
            }
            return rules;
        }

        private List<StepEvent> events(List<FieldProblem> problems) {
            var read = new ArrayList<StepEvent>();
            for (var event : or(events)) {
                var path = "events[" + read.size() + "].";
                var kind = StepEventsForm.choice(event.kind() == null ? "" : event.kind(), StepEvent.Kind.values());
                var unit = StepEventsForm.choice(event.unit() == null ? "days" : event.unit(), StepEvent.Unit.values());
                if (kind.isEmpty()) {
                    problems.add(new FieldProblem(path + "kind", "process.error.event.kind"));
                }
                if (unit.isEmpty()) {
                    problems.add(new FieldProblem(path + "unit", "process.error.event.unit"));
                }
                var addressee = event.addressee();
                read.add(new StepEvent(
                        kind.orElse(StepEvent.Kind.TASK),
                        event.title() == null ? "" : event.title().strip(),
                        addressee == null || addressee.equals("responsible") ? null : addressee,
                        event.due() == null ? 0 : event.due(),
                        unit.orElse(StepEvent.Unit.DAYS)));
            }
            return read;
        }

        private static <T> List<T> or(@Nullable List<T> list) {
            return list == null ? List.of() : list;
        }
    }

    /** A requirement of a stage: its kind, and what the kind needs to know. */
    record RequirementBody(@Nullable String kind, @Nullable Map<String, String> settings) {}

    static StepJson of(Step step, StepRules rules, List<Attachment> attached) {
        return new StepJson(
                step.stage(),
                step.name(),
                step.normDays(),
                step.probability(),
                rules.addressee() == null ? "responsible" : rules.addressee(),
                rules.instruction(),
                attached.stream()
                        .filter(file -> rules.files().contains(file.id()))
                        .map(file -> new FileJson(
                                file.id(), file.name(), file.size(), "/api/v1/files/" + file.id() + "/content"))
                        .toList(),
                rules.requirements(),
                rules.events().stream()
                        .map(event -> new EventJson(
                                event.kind().word(),
                                event.title(),
                                event.addressee() == null ? "responsible" : event.addressee(),
                                event.due(),
                                event.unit().word()))
                        .toList());
    }
}
