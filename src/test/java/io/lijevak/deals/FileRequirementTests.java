package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.LijevakTest;
import io.lijevak.files.ArchiveFile;
import io.lijevak.files.Attachments;
import io.lijevak.files.FileKind;
import io.lijevak.files.FileSubject;
import io.lijevak.files.Incoming;
import io.lijevak.files.ReceiveFile;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.Answers;
import io.lijevak.process.Gate;
import io.lijevak.process.Input;
import io.lijevak.process.Requirements;
import io.lijevak.process.Subject;
import io.lijevak.users.CurrentUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LijevakTest
class FileRequirementTests {
    @Autowired
    DealWorld deals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MoveDeal move;

    @Autowired
    Requirements requirements;

    @Autowired
    ReceiveFile receive;

    @Autowired
    Attachments attachments;

    @Autowired
    ArchiveFile archive;

    @TempDir
    Path folder;

    private CurrentUser admin;
    private DealId deal;

    @BeforeEach
    void found() {
        admin = deals.found();
        jdbc.sql("""
                insert into step_requirement (deal_type_id, steps_version, stage_id, position, kind, settings)
                values (:type, 1, :stage, 0, 'file', '{"of": "signed-contract"}')""")
                .param("type", deals.manual().id().value())
                .param("stage", deals.stage(1).value())
                .update();
        deal = deals.open(admin);
    }

    @Test
    void isFilledByAFileThatCameWithTheForm() throws IOException {
        var missing = requirements.missing(gate(), admin).getFirst();
        assertThat(missing.messageKey()).isEqualTo("files.missing.signed-contract");
        assertThat(missing.inputs())
                .singleElement()
                .satisfies(input -> assertThat(input.type()).isEqualTo(Input.Type.FILE));
        var token = receive.keep(contract(), admin);

        go(new Answers(Map.of(missing.inputs().getFirst().name(), token), null));

        assertThat(deals.visits(deal)).containsExactly("1 1 ADVANCED", "2 2 OPEN");
        assertThat(attachments.of(subject()))
                .singleElement()
                .satisfies(file -> assertThat(file.kind()).isEqualTo(FileKind.SIGNED_CONTRACT));
    }

    @Test
    void isRefusedAtItsInputWhenTheFileIsGoneAndKeepsTheTokenWhenSomethingElseIsWrong() throws IOException {
        var input = requirements
                .missing(gate(), admin)
                .getFirst()
                .inputs()
                .getFirst()
                .name();
        var token = receive.keep(contract(), admin);
        jdbc.sql("""
                insert into step_requirement (deal_type_id, steps_version, stage_id, position, kind, settings)
                values (:type, 1, :stage, 1, 'field', '{"field": "expectedClose"}')""")
                .param("type", deals.manual().id().value())
                .param("stage", deals.stage(1).value())
                .update();

        assertThatThrownBy(() -> go(new Answers(Map.of(input, token), null))).isInstanceOf(InvalidInput.class);
        assertThat(attachments.of(subject())).isEmpty();
        assertThat(receive.name(token, admin)).isPresent();
        assertThatThrownBy(() -> go(new Answers(Map.of(input, "nonsense"), null)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems())
                                .extracting(FieldProblem::field, FieldProblem::messageKey)
                                .contains(org.assertj.core.groups.Tuple.tuple(input, "files.error.gone")));
    }

    @Test
    void anArchivedFileNoLongerFulfilsIt() throws IOException {
        var input = requirements
                .missing(gate(), admin)
                .getFirst()
                .inputs()
                .getFirst()
                .name();
        go(new Answers(Map.of(input, receive.keep(contract(), admin)), null));
        assertThat(requirements.missing(gate(), admin)).isEmpty();

        archive.archive(attachments.of(subject()).getFirst().id(), admin);

        assertThat(requirements.missing(gate(), admin)).hasSize(1);
    }

    @Test
    void itsSettingsNameAKnownKind() {
        var kind = requirements.kind("file");

        assertThat(kind.problems(Map.of("of", "offer"))).isEmpty();
        assertThat(kind.problems(Map.of("of", "poem"))).hasSize(1);
        assertThat(kind.problems(Map.of())).hasSize(1);
        assertThat(kind.settings(admin))
                .singleElement()
                .satisfies(setting -> assertThat(setting.choices())
                        .extracting(Input.Choice::words)
                        .contains("Signed contract"));
    }

    private FileSubject subject() {
        return new FileSubject("deal", deal.value());
    }

    private Gate gate() {
        return new Gate(Subject.deal(deal.value()), deals.manual().id(), 1, deals.stage(1));
    }

    private void go(Answers answers) {
        move.to(deals.stage(2), deal, Seen.ANYTHING, answers, admin);
    }

    private Incoming contract() throws IOException {
        return new Incoming("Ugovor.pdf", Files.write(folder.resolve("contract"), List.of("%PDF-1.7", "signed")));
    }
}
