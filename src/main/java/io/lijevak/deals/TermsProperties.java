package io.lijevak.deals;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.properties.PropertyRules;
import io.lijevak.properties.PropertyValues;
import io.lijevak.properties.PropertyWords;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The properties among the terms of a deal. */
@Component
class TermsProperties {
    private final PropertyRules rules;
    private final PropertyWords words;

    TermsProperties(PropertyRules rules, PropertyWords words) {
        this.rules = rules;
        this.words = words;
    }

    /** The terms with sound values, or {@link InvalidInput}. */
    DealTerms sound(DealTerms given, @Nullable DealTerms before, CurrentUser user) {
        var problems = new ArrayList<FieldProblem>();
        var old = before == null ? null : before.values();
        var said = given.properties();
        var wanted = said != null ? said : old != null ? old : PropertyValues.NONE;
        var values = rules.sound(RecordKind.DEAL, wanted, old, user, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return given.with(values);
    }

    Map<String, Change> changes(@Nullable DealTerms before, DealTerms after) {
        return words.changes(RecordKind.DEAL, before == null ? null : before.values(), after.values());
    }
}
