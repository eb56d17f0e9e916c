package io.lijevak.worktime.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import io.lijevak.users.Scope;
import io.lijevak.worktime.Absence;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The absences to come, and the form of one. */
public record AbsencePage(
        @Nullable Absence edited, Form form, List<Absence> absences, LocalDate today, CurrentUser user) {

    public String action() {
        return edited == null ? "/absences" : "/absences/" + edited.id();
    }

    /** Whether the user may enter absences of others. */
    public boolean forOthers() {
        var scope = user.scope(Resource.TASK, Action.EDIT);
        return edited == null && (scope == Scope.TEAM || scope == Scope.ALL);
    }

    public boolean editable(Absence absence) {
        return absence.person() == user.id() || user.can(Resource.TASK, Action.EDIT, absence.person());
    }

    public boolean now(Absence absence) {
        return absence.covers(today);
    }

    public List<Option> kinds(Ui ui) {
        return Stream.of(Absence.Kind.values())
                .map(kind -> new Option(kind.name(), ui.t("worktime.kind." + kind)))
                .toList();
    }
}
