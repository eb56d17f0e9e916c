package io.lijevak.platform.web;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StaleVersion;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.ui.Model;

/** A form that was sent, and its answer: what saving it answers, or the page again with what was typed. */
public final class SentForm {
    private final Form form;
    private final HttpServletResponse response;

    private SentForm(Form form, HttpServletResponse response) {
        this.form = form;
        this.response = response;
    }

    public static SentForm of(Form form, HttpServletResponse response) {
        return new SentForm(form, response);
    }

    /** What was typed. */
    public Form form() {
        return form;
    }

    /** The answer of the work; input that it refuses answers 422 with the page again, the problems in its form. */
    public <E extends Exception> String save(Work<E> work, Function<Form, String> again) throws E {
        try {
            return work.answer();
        } catch (InvalidInput refused) {
            response.setStatus(422);
            return again.apply(form.with(refused.problems()));
        }
    }

    /** As above; when somebody changed the record meanwhile, 409 with the page that shows both. */
    public <E extends Exception> String save(Work<E> work, Function<Form, String> again, Supplier<String> both)
            throws E {
        try {
            return save(work, again);
        } catch (StaleVersion changed) {
            response.setStatus(409);
            return both.get();
        }
    }

    /** As above; the page of what stands now says with the model's {@code conflict} why it is shown. */
    public <E extends Exception> String save(
            Work<E> work, Function<Form, String> again, Model model, Supplier<String> now) throws E {
        return save(work, again, () -> {
            model.addAttribute("conflict", true);
            return now.get();
        });
    }

    /** As above; any conflict answers 409 with the page again, its reason as the model's {@code refusal}. */
    public <E extends Exception> String saveOrExplain(Work<E> work, Function<Form, String> again, Ui ui, Model model)
            throws E {
        try {
            return save(work, again);
        } catch (Conflict conflict) {
            response.setStatus(409);
            model.addAttribute("refusal", ui.t(conflict));
            return again.apply(form);
        }
    }

    /** Reads the form, saves it and says where the browser goes. */
    @FunctionalInterface
    public interface Work<E extends Exception> {
        String answer() throws E;
    }
}
