package io.lijevak.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealWorld;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.HomeFolder;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Files by their content, their names, and how long they are kept. */
@LijevakTest
class FilesTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    MockMvc mvc;

    @Autowired
    AttachFile attach;

    @Autowired
    ReceiveFile receive;

    @Autowired
    ArchiveFile archive;

    @Autowired
    OpenFile open;

    @Autowired
    Attachments attachments;

    @Autowired
    OrphanFiles orphans;

    @Autowired
    HomeFolder home;

    @Autowired
    JdbcClient jdbc;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "NULL",
            value = {
                "../../etc/passwd | passwd",
                "..\\..\\windows\\system32\\evil.dll | evil.dll",
                "/abs/olute.txt | olute.txt",
                "C:\\Users\\x\\ugovor.pdf | ugovor.pdf",
                "a%2e%2e%2fb.txt | a%2e%2e%2fb.txt",
                "CON.txt | _CON.txt",
                "lpt1 | _lpt1",
                ".htaccess | htaccess",
                "... | file",
                "'' | file",
                "'x\u0000y.pdf' | xy.pdf",
                "'x\r\nSet-Cookie: a=b.pdf' | xSet-Cookie_ a=b.pdf",
                "'a\u202Efdp.exe' | afdp.exe",
                "'\"quoted\".pdf' | _quoted_.pdf",
                "'<img src=x onerror=alert(1)>.png' | _img src=x onerror=alert(1)_.png",
                "'trailing. . ' | trailing",
                "Ponuda č ž đ Ю.pdf | Ponuda č ž đ Ю.pdf"
            })
    void takesHostileNamesAsLabels(String given, String label) throws Exception {
        var file = attach.to(subject, FileKind.OTHER, incoming(given, "words " + given.hashCode()), admin);

        var opened = open.open(file, admin);
        assertThat(opened.file().name()).isEqualTo(label);
        assertThat(opened.content().normalize()).startsWith(home.path().resolve("files"));
        assertThat(opened.content().getFileName()).hasToString(opened.file().hash());
        mvc.perform(get("/files/" + file).with(signedIn)).andExpect(status().isOk());
    }

    @Test
    void shortensLongNamesAndKeepsTheirEnding() {
        var name = FileName.clean("š".repeat(5_000) + ".PDF");

        assertThat(name).hasSize(FileName.LONGEST).endsWith(".pdf");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'%PDF-1.4 <script>alert(1)</script>' | application/pdf",
                "'GIF89a/*<script>*/=1;alert(1)//' | image/gif",
                "'<!DOCTYPE html><script>1</script>' | text/html",
                "'<html><body onload=alert(1)>' | text/html",
                "'hello <script>alert(1)</script>' | text/html",
                "'<?xml version=\"1.0\"?><svg onload=\"x\"/>' | image/svg+xml",
                "'<?xml version=\"1.0\"?><a/>' | text/xml",
                "'Ponuda broj 7, šećer < kruh' | text/plain",
                "'PK\u0003\u0004 plain.txt' | application/zip",
                "'PK\u0003\u0004 [Content_Types].xml xl/workbook.xml' | application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "'PK\u0003\u0004 [Content_Types].xml word/document.xml' | application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "'PK\u0003\u0004..mimetypeapplication/vnd.oasis.opendocument.textPK' | application/vnd.oasis.opendocument.text",
                "'\u0001\u0002' | application/octet-stream"
            })
    void tellsWhatAFileIsByItsContent(String bytes, String type) throws Exception {
        var file = attach.to(subject, FileKind.OTHER, incoming("harmless.txt", bytes), admin);

        assertThat(attachments.require(file).mediaType()).isEqualTo(type);
        mvc.perform(get("/files/" + file).with(signedIn))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(header().string("Content-Type", org.hamcrest.Matchers.not(containsString("html"))))
                .andExpect(header().string("Content-Type", org.hamcrest.Matchers.not(containsString("svg"))));
    }

    @Test
    void refusesProgramsWhateverTheirName() {
        for (var head : new String[] {"MZ\u0090", "\u007fELF\u0002", "#!/bin/sh\nrm -rf /"}) {
            assertThatThrownBy(() -> attach.to(subject, FileKind.OTHER, incoming("slika.png", head), admin))
                    .isInstanceOf(InvalidInput.class);
        }
        assertThat(attachments.of(subject)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLarge() throws IOException {
        var large = folder.resolve("large");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(AttachFile.BYTES + 1);
        }

        assertThatThrownBy(() -> attach.to(subject, FileKind.OTHER, new Incoming("l.bin", large), admin))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("tooBig");
    }

    @Test
    void keepsTheSameContentOnce() {
        var first = open.open(attach.to(subject, FileKind.OFFER, incoming("a.txt", "same"), admin), admin);
        var second = open.open(attach.to(subject, FileKind.ORDER, incoming("b.txt", "same"), admin), admin);

        assertThat(first.content()).isEqualTo(second.content());
        assertThat(attachments.of(subject)).hasSize(2);
    }

    @Test
    void anArchivedFileFulfilsNothingAndIsStillThere() {
        var file = attach.to(subject, FileKind.OFFER, incoming("a.txt", "words"), admin);
        assertThat(attachments.has(subject, FileKind.OFFER)).isTrue();

        archive.archive(file, admin);
        assertThat(attachments.has(subject, FileKind.OFFER)).isFalse();
        assertThat(open.open(file, admin).content()).exists();

        archive.restore(file, admin);
        assertThat(attachments.has(subject, FileKind.OFFER)).isTrue();
    }

    @Test
    void attachesWhatWasSentBeforeOnceAndForItsSenderAlone() {
        var other = world.user(Role.ADMINISTRATOR);
        var token = receive.keep(incoming("a.txt", "words"), admin);
        assertThat(receive.name(token, admin)).isEqualTo(Optional.of("a.txt"));

        assertThatThrownBy(() -> attach.received(subject, FileKind.OFFER, token, other))
                .isInstanceOf(InvalidInput.class);
        attach.received(subject, FileKind.OFFER, token, admin);
        assertThatThrownBy(() -> attach.received(subject, FileKind.OFFER, token, admin))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> attach.received(subject, FileKind.OFFER, "../../x", admin))
                .isInstanceOf(InvalidInput.class);

        assertThat(attachments.of(subject)).hasSize(1);
    }

    @Test
    void removesContentsThatNobodyNamesAfterADay() throws IOException {
        var kept = open.open(attach.to(subject, FileKind.OFFER, incoming("a.txt", "kept"), admin), admin);
        var orphan = open.open(attach.to(subject, FileKind.OFFER, incoming("b.txt", "orphan"), admin), admin);
        var fresh = open.open(attach.to(subject, FileKind.OFFER, incoming("c.txt", "fresh"), admin), admin);
        jdbc.sql("delete from attachment where name in ('b.txt', 'c.txt')").update();
        age(kept.content());
        age(orphan.content());

        assertThat(orphans.remove()).isPositive();

        assertThat(kept.content()).exists();
        assertThat(fresh.content()).exists();
        assertThat(orphan.content()).doesNotExist();
    }

    @Test
    void saysSoWhenTheContentIsLost() throws Exception {
        var file = attach.to(subject, FileKind.OFFER, incoming("a.txt", "about to be lost"), admin);
        Files.delete(open.open(file, admin).content());

        assertThatThrownBy(() -> open.open(file, admin)).isInstanceOf(Conflict.class);
        mvc.perform(get("/files/" + file).with(signedIn)).andExpect(status().isConflict());
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
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
