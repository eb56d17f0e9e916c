package io.lijevak.funnel.web;

import io.lijevak.funnel.Formulas;
import io.lijevak.funnel.NamedFormula;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The formulas of the matrix over the API. */
@RestController
@RequestMapping("/api/v1/funnel/formulas")
class FormulasApi {
    private final Formulas formulas;

    FormulasApi(Formulas formulas) {
        this.formulas = formulas;
    }

    /** All formulas. */
    record FormulaList(List<FormulaJson> items) {}

    /** A formula; {@code key} is its name among the measures of the matrix. */
    record FormulaJson(
            long id,
            int version,
            String key,
            String name,
            String text,
            NamedFormula.Format format,
            String owner,
            boolean retired) {
        static FormulaJson of(NamedFormula formula) {
            return new FormulaJson(
                    formula.id(),
                    formula.version(),
                    formula.key(),
                    formula.name(),
                    formula.formula().text(),
                    formula.format(),
                    formula.ownerName(),
                    formula.retired());
        }
    }

    /** A formula to be stored; a change says the version it changes, and may retire it. */
    record FormulaBody(
            @Nullable Integer version,
            @Nullable String name,
            @Nullable String text,
            NamedFormula.@Nullable Format format,
            @Nullable Boolean retired) {
        Formulas.Draft draft() {
            return new Formulas.Draft(
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(text, ""),
                    Objects.requireNonNullElse(format, NamedFormula.Format.NUMBER));
        }
    }

    @GetMapping
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    FormulaList list() {
        return new FormulaList(formulas.all().stream().map(FormulaJson::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    FormulaJson add(@RequestBody FormulaBody body, CurrentUser user) {
        return FormulaJson.of(formulas.add(body.draft(), user));
    }

    @PutMapping("/{id}")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    FormulaJson change(@PathVariable long id, @RequestBody FormulaBody body, CurrentUser user) {
        var version = InvalidInput.required("version", body.version());
        var changed = formulas.change(id, version, body.draft(), user);
        if (body.retired() != null && body.retired() != changed.retired()) {
            formulas.retire(id, body.retired(), user);
        }
        return FormulaJson.of(formulas.require(id));
    }
}
