package io.lijevak.platform.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Viewer;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/**
 * Port: what a page that can be kept answers, to be taken along or sent; the page's module contributes it as a bean.
 *
 * @param page address of the page, that of its {@code ViewPage}
 * @param right the right to take it along, such as {@code FUNNEL.EXPORT}
 */
public record ViewExport(String page, String right, Answering answering) {
    /** Answers with the rights, the language and the time zone of the viewer. */
    @FunctionalInterface
    public interface Answering {
        /**
         * Empty where there is nothing to ask, such as a company without deal types.
         *
         * @throws InvalidInput when a parameter cannot be read
         */
        Optional<Export> answer(MultiValueMap<String, String> parameters, Ui ui, Viewer viewer);
    }
}
