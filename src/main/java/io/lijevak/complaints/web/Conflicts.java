package io.lijevak.complaints.web;

import io.lijevak.complaints.Complaint;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Overtaken;
import io.lijevak.platform.web.Ui;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form that somebody was faster with: keeps what was typed and says at each field what stands there now. */
final class Conflicts {
    private static final List<String> KEPT = List.of("customer", "customer__text", "process", "back");

    private Conflicts() {}

    /** What was typed, to be saved over the stored version if the reader so decides. */
    static Form shown(Form typed, Complaint stored, Ui ui) {
        var form = new Overtaken(typed, ComplaintForm.of(stored, ui.f().zone()), stored.version());
        form.keep(KEPT);
        words(stored, ui).forEach(form::compare);
        return form.form();
    }

    /** What stands in each field now, as people read it. */
    private static LinkedHashMap<String, @Nullable String> words(Complaint stored, Ui ui) {
        var fields = stored.fields();
        var names = stored.names();
        var words = new LinkedHashMap<String, @Nullable String>();
        words.put("subject", fields.subject());
        words.put("description", fields.description());
        words.put("channel", ui.t("complaints.channel." + fields.channel().word()));
        words.put("receivedAt", ui.f().dateTime(fields.receivedAt()));
        words.put("urgency", ui.t("complaints.urgency." + fields.urgency().word()));
        words.put("contact", names.contact() == null ? null : names.contact().name());
        words.put("deal", names.deal() == null ? null : names.deal().name());
        words.put("responsible", names.responsible());
        return words;
    }
}
