package io.lijevak.process.web;

import io.lijevak.files.FileId;
import io.lijevak.files.ReceiveFile;
import io.lijevak.platform.web.Form;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.Instruction.Reader;
import io.lijevak.process.Instructions;
import io.lijevak.process.StageId;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the page of a step tells of its instruction: the files, attached or only sent, and who read it. */
@Component
class StepFilePages {
    private final Instructions instructions;
    private final ReceiveFile received;

    StepFilePages(Instructions instructions, ReceiveFile received) {
        this.instructions = instructions;
        this.received = received;
    }

    List<StepRulesPage.SentFile> of(DealTypeId type, Form form, CurrentUser user) {
        var values = form.values(StepRulesForm.FILE);
        var ids = values.stream()
                .filter(StepRulesForm::isAttached)
                .map(FileId::valueOf)
                .toList();
        var attached = instructions.attached(type, ids).stream()
                .map(file -> new StepRulesPage.SentFile(file.id().toString(), file.name(), true));
        var sent = values.stream()
                .filter(value -> !StepRulesForm.isAttached(value))
                .flatMap(token -> received.name(token, user).stream()
                        .map(name -> new StepRulesPage.SentFile(token, name, false)));
        return Stream.concat(attached, sent).toList();
    }

    List<Reader> readers(DealType type, StageId stage) {
        return instructions.readers(type.id(), type.stepsVersion(), stage);
    }
}
