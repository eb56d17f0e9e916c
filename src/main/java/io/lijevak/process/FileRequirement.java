package io.lijevak.process;

import io.lijevak.files.AttachFile;
import io.lijevak.files.Attachments;
import io.lijevak.files.FileKind;
import io.lijevak.files.FileSubject;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Texts;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Requires that a file of a kind is attached. The answer to its input is the token of a file that {@code ReceiveFile}
 * keeps: a form hands the file over first, so that it survives a refusal of the rest.
 */
@Component
class FileRequirement implements RequirementKind {
    private static final String OF = "of";
    private final Attachments attachments;
    private final AttachFile attach;
    private final Texts texts;

    FileRequirement(Attachments attachments, AttachFile attach, Texts texts) {
        this.attachments = attachments;
        this.attach = attach;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public List<Input> settings(CurrentUser user) {
        var choices = Stream.of(FileKind.values())
                .map(kind -> new Input.Choice(kind.word(), texts.get(user.language(), kind.key())))
                .toList();
        return List.of(new Input(OF, "files.kind", false, Input.Type.CHOICE, choices, null));
    }

    @Override
    public List<FieldProblem> problems(Map<String, String> settings) {
        return kind(settings).isPresent() ? List.of() : List.of(new FieldProblem(OF, "files.error.kind"));
    }

    @Override
    public Optional<Missing> missing(Requirement requirement, Subject subject, CurrentUser user) {
        var kind = kind(requirement.settings()).orElse(FileKind.OTHER);
        if (attachments.has(of(subject), kind)) {
            return Optional.empty();
        }
        var input = new Input(input(requirement), kind.key(), false, Input.Type.FILE, List.of(), null);
        var page = "/files/of/" + subject.kind() + "/" + subject.id() + "/new?kind=" + kind.word();
        return Optional.of(new Missing(requirement, "files.missing." + kind.word(), List.of(), List.of(input), page));
    }

    @Override
    public void fulfil(Requirement requirement, Subject subject, Map<String, String> answers, CurrentUser user) {
        var name = input(requirement);
        var kind = kind(requirement.settings()).orElse(FileKind.OTHER);
        try {
            attach.received(of(subject), kind, answers.getOrDefault(name, "").strip(), user);
        } catch (InvalidInput invalid) {
            throw new InvalidInput(invalid.problems().stream()
                    .map(problem -> new FieldProblem(
                            name, problem.messageKey(), problem.arguments().toArray()))
                    .toList());
        }
    }

    private static String input(Requirement requirement) {
        return "file-" + requirement.id();
    }

    private static FileSubject of(Subject subject) {
        return new FileSubject(subject.kind(), subject.id());
    }

    private static Optional<FileKind> kind(Map<String, String> settings) {
        return FileKind.read(settings.getOrDefault(OF, ""));
    }
}
