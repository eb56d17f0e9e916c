package io.lijevak.worktime.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import io.lijevak.worktime.HolidayFile;
import io.lijevak.worktime.KeepHolidays;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Holidays: one by hand, many from a file, one taken back. */
@Controller
class HolidayController {
    private static final long LARGEST = 1_000_000;
    private final KeepHolidays holidays;
    private final WorkingTimePages pages;

    HolidayController(KeepHolidays holidays, WorkingTimePages pages) {
        this.holidays = holidays;
        this.pages = pages;
    }

    @PostMapping("/settings/working-time/holidays")
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    String add(SentForm sent, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model, RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    var reader = form.reader(ui.f().region());
                    var day = reader.date("day");
                    reader.check();
                    holidays.add(day, form.value("name"), reader.flag("working"), user);
                    return done(day == null ? 0 : day.getYear(), ui.t("worktime.saved"), flash);
                },
                refused -> refused(refused, model));
    }

    @PostMapping("/settings/working-time/file")
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    String upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        return SentForm.of(Form.empty(), response)
                .save(
                        () -> {
                            if (file == null || file.isEmpty()) {
                                throw InvalidInput.at("file", "worktime.error.file.missing");
                            }
                            if (file.getSize() > LARGEST) {
                                throw InvalidInput.at("file", "worktime.error.file.size");
                            }
                            var listed = HolidayFile.read(file.getBytes());
                            var result = holidays.add(listed, user);
                            return done(
                                    listed.getFirst().day().getYear(),
                                    ui.t("worktime.file.done", result.added(), result.known()),
                                    flash);
                        },
                        refused -> refused(refused, model));
    }

    @PostMapping("/settings/working-time/holidays/{day}/removal")
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    String remove(
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(defaultValue = "") String name,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        holidays.remove(day, name, user);
        return done(day.getYear(), ui.t("worktime.saved"), flash);
    }

    private String refused(Form form, Model model) {
        model.addAttribute("page", pages.holiday(form));
        return "worktime/settings";
    }

    private static String done(int year, String words, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", Toast.of(words));
        return "redirect:" + WorkingTimePages.ADDRESS + "?year=" + year;
    }
}
