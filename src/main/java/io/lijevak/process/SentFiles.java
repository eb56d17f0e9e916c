package io.lijevak.process;

import io.lijevak.files.Incoming;
import io.lijevak.files.ReceiveFile;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.SentFile;
import io.lijevak.users.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/**
 * The files that came with a form that asks for what is missing. Each is kept before anything else is checked, and the form
 * carries on its token, so that a refusal of the rest does not ask for it again. A request that the server cut off brought
 * nothing that was typed either, so its refusal is left to the page that says so.
 */
@Component
public class SentFiles {
    private final ReceiveFile receive;

    SentFiles(ReceiveFile receive) {
        this.receive = receive;
    }

    /** Tokens of the files by the names of their inputs, and what is wrong with files that cannot be kept. */
    public record Kept(Map<String, String> tokens, List<FieldProblem> problems) {}

    /** What is missing is asked for only when the form can have brought files. */
    public Kept keep(Supplier<List<Missing>> missing, HttpServletRequest request, CurrentUser user) {
        if (WebUtils.getNativeRequest(request, MultipartRequest.class) == null) {
            return new Kept(Map.of(), List.of());
        }
        var tokens = new HashMap<String, String>();
        var problems = new ArrayList<FieldProblem>();
        missing.get().stream()
                .flatMap(each -> each.inputs().stream())
                .filter(input -> input.type() == Input.Type.FILE)
                .forEach(input -> keep(input.name(), request, user, new Kept(tokens, problems)));
        return new Kept(tokens, problems);
    }

    /** Keeps the file of one field. */
    public Kept keep(String name, HttpServletRequest request, CurrentUser user) {
        var kept = new Kept(new HashMap<>(), new ArrayList<>());
        keep(name, request, user, kept);
        return kept;
    }

    private void keep(String name, HttpServletRequest request, CurrentUser user, Kept kept) {
        try {
            var parts = WebUtils.getNativeRequest(request, MultipartRequest.class);
            var file = parts == null ? null : parts.getFile(name);
            if (file != null && !file.isEmpty()) {
                var token =
                        SentFile.with(file, content -> receive.keep(new Incoming(SentFile.name(file), content), user));
                kept.tokens().put(name, token);
            }
        } catch (InvalidInput invalid) {
            invalid.problems().forEach(problem -> kept.problems().add(problem.at(name)));
        }
    }
}
