package io.lijevak.files.web;

import io.lijevak.files.Attachment;
import io.lijevak.files.FileSubject;
import io.lijevak.platform.web.Ui;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The files of a record as its card shows them. */
public record FilesCard(FileSubject subject, List<Attachment> all, boolean editable) {
    public List<Attachment> files() {
        return all.stream().filter(file -> !file.archived()).toList();
    }

    public List<Attachment> archived() {
        return all.stream().filter(Attachment::archived).toList();
    }

    public String path() {
        return "/files/of/" + subject.kind() + "/" + subject.id();
    }

    public static String size(Ui ui, long bytes) {
        var kilobytes = BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(1024), 1, RoundingMode.HALF_UP);
        if (kilobytes.compareTo(BigDecimal.valueOf(1024)) < 0) {
            return ui.t("files.size.kb", ui.f().decimal(kilobytes.max(new BigDecimal("0.1")), 1));
        }
        var megabytes = kilobytes.divide(BigDecimal.valueOf(1024), 1, RoundingMode.HALF_UP);
        return ui.t("files.size.mb", ui.f().decimal(megabytes, 1));
    }
}
