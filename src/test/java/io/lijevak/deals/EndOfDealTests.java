package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.files.Attachments;
import io.lijevak.files.FileSubject;
import io.lijevak.process.DealMode;
import io.lijevak.tasks.ManyTasks;
import io.lijevak.tasks.TaskId;
import io.lijevak.users.CurrentUser;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** Files that points demand come with their form; what follows the end of a deal is ended by its own form alone. */
@LijevakTest
class EndOfDealTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    CreateDeal create;

    @Autowired
    CloseDeal close;

    @Autowired
    ReopenDeal reopen;

    @Autowired
    RecordResults record;

    @Autowired
    ManyTasks many;

    @Autowired
    Attachments attachments;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser admin;

    @BeforeEach
    void found() {
        admin = deals.found();
    }

    @Test
    void aFileThatCameWithARefusedFormNeedNotComeAgain() throws Exception {
        var type = deals.type(DealMode.AUTOMATIC);
        jdbc.sql("delete from step_requirement").update();
        jdbc.sql("""
                insert into step_requirement (deal_type_id, steps_version, stage_id, position, kind, settings)
                values (:type, 1, :stage, 1, 'file', '{"of": "offer"}'),
                  (:type, 1, :stage, 2, 'field', '{"field": "expectedClose"}')""")
                .param("type", type.id().value())
                .param("stage", type.steps().getFirst().stage().value())
                .update();
        var deal = create.with(new NewDeal(type.id(), null, admin.id(), deals.terms("Press", "1000.00")), admin);
        var point = jdbc.sql("select id from process_point").query(Long.class).single();
        var file = "file-"
                + jdbc.sql("select id from step_requirement where kind = 'file'")
                        .query(Long.class)
                        .single();
        var date = "field-"
                + jdbc.sql("select id from step_requirement where kind = 'field'")
                        .query(Long.class)
                        .single();
        var path = "/process/points/" + point + "/completion";
        var signedIn = world.signedInAs(admin.person());

        mvc.perform(multipart(path)
                        .file(new MockMultipartFile(file, "p.exe", null, "MZ\0".getBytes()))
                        .with(signedIn))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("This is a program.")));
        mvc.perform(multipart(path)
                        .file(new MockMultipartFile(file, "Ponuda.pdf", null, "%PDF-1.7".getBytes()))
                        .with(signedIn))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("The file has come")));
        var token = jdbc.sql("select token::text from received_file")
                .query(String.class)
                .single();
        mvc.perform(multipart(path)
                        .file(new MockMultipartFile(file, "", null, new byte[0]))
                        .param(file, token)
                        .param(date, "2199-01-02")
                        .with(signedIn))
                .andExpect(status().is3xxRedirection());

        assertThat(attachments.of(new FileSubject("deal", deal.value()))).hasSize(1);
        assertThat(jdbc.sql("select count(*) from received_file")
                        .query(Integer.class)
                        .single())
                .isZero();
        mvc.perform(get("/process/points/" + point).with(signedIn)).andExpect(status().isOk());
    }

    @Test
    void theTaskOfAClosingIsEndedByItsResultsAlone() throws Exception {
        var deal = deals.open(admin);
        close.lost(deal, Seen.ANYTHING, new CloseDeal.LossStatement(deals.reason(false), null, null, null), admin);
        var task = new TaskId(jdbc.sql("select id from task").query(Long.class).single());

        assertThat(many.complete(List.of(task), null, admin).skipped()).containsOnlyKeys("tasks.many.form");
        mvc.perform(get("/tasks/" + task + "/completion").with(world.signedInAs(admin.person())))
                .andExpect(redirectedUrl("/deals/" + deal + "/results?back=%2Ftasks"));
        record.of(deal, new DealResults("Ask earlier", null, null, null, LocalDate.of(2199, 3, 4)), admin);
        assertThat(states()).containsExactly("DONE", "OPEN");

        reopen.now(deal, Seen.ANYTHING, admin);
        assertThat(states()).containsExactly("DONE", "WITHDRAWN");
    }

    private List<String> states() {
        return jdbc.sql("select state from task order by id")
                .query(String.class)
                .list();
    }
}
