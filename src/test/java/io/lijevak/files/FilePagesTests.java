package io.lijevak.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealWorld;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Files by the form, by their address, and by the API. */
@LijevakTest
class FilePagesTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    MockMvc mvc;

    @Autowired
    AttachFile attach;

    @Autowired
    ArchiveFile archive;

    @Autowired
    OpenFile open;

    @Autowired
    Attachments attachments;

    @TempDir
    Path folder;

    private CurrentUser admin;
    private RequestPostProcessor signedIn;
    private DealId deal;
    private FileSubject subject;

    @BeforeEach
    void found() {
        admin = deals.found();
        signedIn = world.signedInAs(admin.person());
        deal = deals.open(admin);
        subject = new FileSubject("deal", deal.value());
    }

    @Test
    void attachesFromTheFormAndOffersForSavingOnly() throws Exception {
        mvc.perform(multipart("/files/of/deal/" + deal)
                        .file(sent("Ponuda č. 7.svg", "<svg xmlns='x' onload='alert(1)'></svg>"))
                        .param("kind", "offer")
                        .with(signedIn))
                .andExpect(redirectedUrl("/deals/" + deal));

        mvc.perform(get("/files/of/deal/" + deal).with(signedIn))
                .andExpect(content().string(containsString("Ponuda č. 7.svg")));
        mvc.perform(get("/files/1").with(signedIn))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/octet-stream"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(header().string("Content-Disposition", containsString("attachment; ")))
                .andExpect(header().string("Content-Disposition", containsString("Ponuda%20%C4%8D.%207.svg")))
                .andExpect(content().string(containsString("onload")));
        mvc.perform(get("/deals/" + deal).with(signedIn))
                .andExpect(content().string(containsString("Ponuda č. 7.svg")));
    }

    @Test
    void saysInTheFormWhatIsWrongAndKeepsTheChoice() throws Exception {
        mvc.perform(multipart("/files/of/deal/" + deal)
                        .file(sent("prazno.pdf", ""))
                        .param("kind", "invoice")
                        .with(signedIn))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Choose a file that is not empty.")))
                .andExpect(content().string(containsString("value=\"invoice\" selected")));
        mvc.perform(multipart("/files/of/deal/" + deal)
                        .file(sent("a.pdf", "%PDF-1.7"))
                        .param("kind", "no-such")
                        .with(signedIn))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Choose what kind of file it is.")));

        assertThat(attachments.of(subject)).isEmpty();
    }

    @Test
    void answersToWhomTheOwnerOfTheRecordAllowsIt() throws Exception {
        var file = attach.to(subject, FileKind.OFFER, incoming("tajno.txt", "tajno"), admin);
        var stranger = world.person("Stranger", Role.SALES_REP);
        var reader = world.user(Role.READER);

        for (var path : new String[] {"/files/" + file, "/files/of/deal/" + deal, "/files/of/deal/" + deal + "/new"}) {
            mvc.perform(get(path).with(world.signedInAs(stranger))).andExpect(status().isForbidden());
        }
        mvc.perform(post("/files/" + file + "/archive").with(world.signedInAs(stranger)))
                .andExpect(status().isForbidden());
        for (var path : new String[] {
            "/api/v1/files/" + file, "/api/v1/files/" + file + "/content", "/api/v1/files?subject=deal&record=" + deal
        }) {
            mvc.perform(get(path).with(world.bearer(stranger))).andExpect(status().isForbidden());
        }
        assertThat(open.look(file, reader).name()).isEqualTo("tajno.txt");
        assertThatThrownBy(() -> archive.archive(file, reader)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> attach.to(subject, FileKind.OTHER, incoming("x", "x"), reader))
                .isInstanceOf(AccessDeniedException.class);
        mvc.perform(get("/files/of/planet/1").with(signedIn)).andExpect(status().isNotFound());
        mvc.perform(get("/files/of/deal/4711").with(signedIn)).andExpect(status().isNotFound());
        mvc.perform(get("/files/4711").with(signedIn)).andExpect(status().isNotFound());
    }

    @Test
    void serveTheApi() throws Exception {
        var bearer = world.bearer(admin.person());

        mvc.perform(multipart("/api/v1/files")
                        .file(sent("ugovor.pdf", "%PDF-1.7 x"))
                        .param("subject", "deal")
                        .param("record", deal.toString())
                        .param("kind", "signed-contract")
                        .with(bearer))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.kind").value("signed-contract"))
                .andExpect(jsonPath("$.mediaType").value("application/pdf"));
        mvc.perform(get("/api/v1/files?subject=deal&record=" + deal).with(bearer))
                .andExpect(jsonPath("$.items", hasSize(1)));
        mvc.perform(get("/api/v1/files/1/content").with(bearer))
                .andExpect(content().string("%PDF-1.7 x"));
        mvc.perform(post("/api/v1/files/1/archive").with(bearer))
                .andExpect(jsonPath("$.archived").value(true));
        mvc.perform(delete("/api/v1/files/1/archive").with(bearer))
                .andExpect(jsonPath("$.archived").value(false));
        mvc.perform(multipart("/api/v1/files")
                        .file(sent("a.exe", "MZ\0"))
                        .param("subject", "deal")
                        .param("record", deal.toString())
                        .with(bearer))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("file"));
    }

    private static MockMultipartFile sent(String name, String words) {
        return new MockMultipartFile("file", name, "text/html", words.getBytes(StandardCharsets.UTF_8));
    }

    private Incoming incoming(String name, String bytes) {
        try {
            var file = Files.createTempFile(folder, "in", "");
            var charset = bytes.chars().allMatch(each -> each < 256) && bytes.charAt(0) != 'P'
                    ? StandardCharsets.ISO_8859_1
                    : StandardCharsets.UTF_8;
            Files.write(file, bytes.getBytes(charset));
            return new Incoming(name, file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
