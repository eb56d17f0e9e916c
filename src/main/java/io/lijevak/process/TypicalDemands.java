package io.lijevak.process;

import io.lijevak.platform.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the stages of the predefined typical sale demand at first, of the kinds that this installation knows. */
@Component
class TypicalDemands {
    private final List<RequirementKind> kinds;
    private final Texts texts;

    TypicalDemands(List<RequirementKind> kinds, Texts texts) {
        this.kinds = kinds;
        this.texts = texts;
    }

    List<RequirementDraft> of(String stage, String language) {
        var wanted = switch (stage) {
            case "evaluation" -> Stream.of(field("customer"), of("demand", Map.of()), list(stage, language));
            case "preparation" ->
                Stream.of(field("contact"), of("interaction", Map.of("contact", "meeting", "state", "planned")));
            case "presentation" -> Stream.of(of("interaction", Map.of("contact", "meeting", "state", "held")));
            case "offer" -> Stream.of(field("amount"), list(stage, language));
            case "decision" -> Stream.of(field("expectedClose"), of("nextStep", Map.of()));
            default -> Stream.of(list(stage, language));
        };
        return wanted.filter(this::isKnown).toList();
    }

    private boolean isKnown(RequirementDraft draft) {
        return kinds.stream()
                .anyMatch(kind -> kind.name().equals(draft.kind())
                        && kind.problems(draft.settings()).isEmpty());
    }

    private RequirementDraft list(String stage, String language) {
        var items = texts.get(language, "process.seed." + stage + ".items");
        return of("check", Map.of("items", items.replace("; ", "\n")));
    }

    private static RequirementDraft field(String field) {
        return of("field", Map.of("field", field));
    }

    private static RequirementDraft of(String kind, Map<String, String> settings) {
        return new RequirementDraft(kind, settings);
    }
}
