package io.lijevak.customers.web;

import io.lijevak.customers.Customer;
import io.lijevak.customers.References;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Texts;
import io.lijevak.platform.web.Toast;
import io.lijevak.properties.PropertyForms;
import io.lijevak.properties.PropertyValues;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the models of the customer forms. */
@Component
class CustomerPages {
    /** The fields of the full form. */
    static final List<String> ALL = Stream.concat(
                    Stream.of(CardField.values()).flatMap(field -> field.parts().stream()), Stream.of("externalId"))
            .filter(part -> !part.equals("parentId__text"))
            .toList();

    private final References references;
    private final Conflicts conflicts;
    private final Texts texts;
    private final PropertyForms properties;

    CustomerPages(References references, Conflicts conflicts, Texts texts, PropertyForms properties) {
        this.references = references;
        this.conflicts = conflicts;
        this.texts = texts;
        this.properties = properties;
    }

    String create(Model model, Form form, CurrentUser user) {
        model.addAttribute("inputs", properties.inputs(RecordKind.CUSTOMER, PropertyValues.NONE, user));
        return form(model, form, "customers/new");
    }

    String edit(Model model, Customer customer, Form form, CurrentUser user) {
        model.addAttribute("customer", customer);
        model.addAttribute(
                "inputs",
                properties.inputs(RecordKind.CUSTOMER, customer.fields().properties(), user));
        return form(model, form, "customers/edit");
    }

    String form(Model model, Form form, String view) {
        model.addAttribute("form", form);
        model.addAttribute("references", references.all());
        return view;
    }

    /** What was typed, with what stands there now at the fields that differ. */
    Form conflict(CurrentUser user, Form typed, Customer stored, List<String> parts) {
        return conflicts.shown(typed, stored, parts, user);
    }

    Toast toast(CurrentUser user, String key, String undoHref) {
        return new Toast(texts.get(user.language(), key), undoHref);
    }

    Toast toast(CurrentUser user, String key) {
        return Toast.of(texts.get(user.language(), key));
    }
}
