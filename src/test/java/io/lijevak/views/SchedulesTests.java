package io.lijevak.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.ViewPage;
import io.lijevak.platform.web.ViewExport;
import io.lijevak.users.Allow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Plans of sending: which pages can be sent at all, who may plan what for whom, and how plans are shown. */
@LijevakTest
class SchedulesTests {
    @Autowired
    MailedViews mails;

    @Autowired
    World world;

    @Autowired
    KeepViews views;

    @Autowired
    KeepSchedules keep;

    @Autowired
    Schedules schedules;

    @Autowired
    Reader reader;

    @Autowired
    MockMvc mvc;

    @Autowired
    List<ViewPage> pages;

    @Autowired
    List<ViewExport> exports;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @BeforeEach
    void begin() {
        mails.begin();
    }

    @Test
    void onlyWhoSharesAViewSendsItToOthers() {
        var alone = mails.view("/deals", Audience.OWNER, mails.ana());
        var shared = mails.view("/customers", Audience.ALL, mails.ana());

        assertThatThrownBy(() -> mails.planned(alone, mails.ana(), mails.ivan()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("recipients");
        var forIvan = new ScheduleDraft(
                MailedViews.MONTHLY, true, false, Set.of(mails.ivan().id()));
        assertThat(keep.plan(shared, forIvan, mails.ivan())).isPositive();
        assertThatThrownBy(() -> keep.plan(
                        shared,
                        new ScheduleDraft(
                                MailedViews.MONTHLY,
                                true,
                                false,
                                Set.of(mails.ana().id())),
                        mails.ivan()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> keep.plan(
                        shared,
                        new ScheduleDraft(
                                MailedViews.MONTHLY,
                                false,
                                false,
                                Set.of(mails.ana().id())),
                        mails.ana()))
                .hasMessageContaining("format");
        var tasks = views.save(
                "/tasks", Question.of(""), ViewDays.MOVING, new ViewDraft("T", Audience.ALL, null), mails.ana());
        assertThatThrownBy(() -> mails.planned(tasks, mails.ana())).isInstanceOf(AccessDeniedException.class);
        var hers = mails.planned(shared, mails.ana());
        assertThatThrownBy(() -> keep.rest(hers, mails.ivan())).isInstanceOf(RuntimeException.class);
    }

    @Test
    void pagesAndApiPlanPauseAndShow() throws Exception {
        var view = mails.view("/deals", Audience.ALL, mails.ana());
        assertThat(reader.page("/views/" + view + "/schedules/new", mails.ana().person()))
                .contains("LIJEVAK_MAIL_HOST", "Ivan Perić");
        var planned = mvc.perform(post("/api/v1/views/" + view + "/schedules")
                        .with(world.bearer(mails.ana().person()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"rhythm": "WEEKLY", "day": 5, "at": "16:30", "xlsx": true, "recipients": [%d]}""".formatted(mails.ivan().id())))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(planned).contains("\"at\":\"16:30\"", "\"pdf\":false");
        var id = schedules.all(mails.ana()).getFirst().id();

        assertThat(reader.page("/schedules", mails.ivan().person())).contains("Petak: čvor", "Weekly, Friday, 16:30");
        keep.rest(id, mails.ana());
        assertThat(reader.json("/api/v1/schedules/" + id, mails.ana().person())
                        .get("nextDue")
                        .isNull())
                .isTrue();
        keep.resume(id, mails.ana());
        var next = schedules.require(id, mails.ana()).nextDue();
        assertThat(next).isAfter(Instant.now());
        assertThat(reader.page("/schedules/" + id + "/edit", mails.ana().person()))
                .contains("16:30");
    }

    @Test
    void everyPageThatCanBeKeptCanBeSentAndNeedsTheRightOfItsExport() {
        var rights = new HashMap<String, String>();
        mappings.getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternValues().stream()
                        .filter(address -> address.contains("/export.{ending"))
                        .forEach(address -> rights.put(
                                address.replaceAll("/export\\.\\{.*", ""),
                                handler.getMethodAnnotation(Allow.class).resource() + "."
                                        + handler.getMethodAnnotation(Allow.class)
                                                .action())));
        var three = rights.remove("/reports/people/{tab:stages|effort|fair}");
        Set.of("stages", "effort", "fair").forEach(tab -> rights.put("/reports/people/" + tab, three));

        assertThat(exports.stream().collect(Collectors.toMap(ViewExport::page, ViewExport::right)))
                .isEqualTo(rights);
        assertThat(pages.stream().map(ViewPage::address).filter(page -> !page.equals("/tasks")))
                .as("all but the inbox, which is worked through")
                .containsExactlyInAnyOrderElementsOf(rights.keySet());
    }

    @Test
    void whatOthersAreSentIsNotRemovedUnderThem() {
        var view = mails.view("/deals", Audience.ALL, mails.ivan());
        var schedule = mails.planned(view, mails.ana());

        assertThatThrownBy(() -> views.remove(view, mails.ivan())).isInstanceOf(Conflict.class);
        keep.remove(schedule, mails.ivan());
        views.remove(view, mails.ivan());

        assertThat(schedules.all(mails.ana())).isEmpty();
    }
}
