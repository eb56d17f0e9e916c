package io.lijevak.process.web;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Texts;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.RequirementKind;
import io.lijevak.process.Requirements;
import io.lijevak.process.StageId;
import io.lijevak.users.CurrentUser;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts together the page of a step's settings. */
@Component
class StepRulesPages {
    private final DealTypes types;
    private final Requirements requirements;
    private final Addressees addressees;
    private final Texts texts;
    private final StepFilePages files;

    StepRulesPages(
            DealTypes types, Requirements requirements, Addressees addressees, Texts texts, StepFilePages files) {
        this.files = files;
        this.types = types;
        this.requirements = requirements;
        this.addressees = addressees;
        this.texts = texts;
    }

    /** The kinds of requirements that a stage may demand. */
    List<RequirementKind> kinds() {
        return requirements.kinds();
    }

    StepRulesPage of(DealTypeId id, StageId stage, Form form, CurrentUser user) {
        var type = types.require(id);
        var step = type.step(stage).orElseThrow(() -> new RecordNotFound("step", stage));
        var kinds = requirements.kinds().stream()
                .map(kind -> Option.of(kind.name(), texts.get(user.language(), "process.requirement." + kind.name())))
                .toList();
        return new StepRulesPage(
                type,
                step,
                form,
                StepRulesForm.rows(form, requirements.kinds(), user),
                kinds,
                addressees.of(user),
                files.of(id, form, user),
                files.readers(type, stage));
    }
}
