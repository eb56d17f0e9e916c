package io.lijevak.deals.web;

import io.lijevak.deals.DealId;
import io.lijevak.deals.DealTerms;
import io.lijevak.deals.StoredTerms;
import io.lijevak.platform.web.Input;
import io.lijevak.properties.PropertyForms;
import io.lijevak.properties.PropertyValues;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.CurrentUser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The properties of deals in their forms and on their card. */
@Component
class DealInputs {
    private final PropertyForms properties;
    private final StoredTerms stored;

    DealInputs(PropertyForms properties, StoredTerms stored) {
        this.properties = properties;
        this.stored = stored;
    }

    /** The inputs of a deal's form, of a new one without an id. */
    List<Input> of(@Nullable DealId deal, CurrentUser user) {
        return properties.inputs(RecordKind.DEAL, deal == null ? PropertyValues.NONE : values(deal), user);
    }

    Input one(DealId deal, String key, CurrentUser user) {
        return properties.input(RecordKind.DEAL, key, values(deal), user);
    }

    List<PropertyForms.Line> lines(DealId deal, CurrentUser user) {
        return properties.lines(RecordKind.DEAL, values(deal), user);
    }

    /** The lines of properties for which something else was typed than stands there now. */
    List<PropertyForms.Line> differing(DealId deal, io.lijevak.platform.web.Form typed, CurrentUser user) {
        return properties.differing(RecordKind.DEAL, typed, values(deal), user);
    }

    PropertyValues values(DealId deal) {
        return stored.of(deal).map(DealTerms::values).orElse(PropertyValues.NONE);
    }
}
