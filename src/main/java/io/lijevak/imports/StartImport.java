package io.lijevak.imports;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Jobs;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts the dry run, the run or the undo of an import in the background, enqueued in this transaction. */
@Component
public class StartImport {
    private final Imports imports;
    private final ImportLayouts layouts;
    private final Jobs jobs;
    private final Clock clock;

    StartImport(Imports imports, ImportLayouts layouts, Jobs jobs, Clock clock) {
        this.imports = imports;
        this.layouts = layouts;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Goes over the whole file without writing; refuses an import that has begun. */
    @Transactional
    public void check(ImportId id, CurrentUser user) {
        var source = ready(id, user);
        if (imports.hasWritten(id)) {
            throw new Conflict("imports.error.begun");
        }
        imports.forgetCheck(id);
        enqueue(source, ImportState.CHECKING, ImportWork.Kind.CHECK);
    }

    /** Writes the rows; one that was cut short goes on. */
    @Transactional
    public void run(ImportId id, CurrentUser user) {
        var source = ready(id, user);
        imports.forgetCheck(id);
        layouts.remember(source);
        enqueue(source, ImportState.RUNNING, ImportWork.Kind.RUN);
    }

    /** Removes what the import created and restores what it changed; with force also what was changed since. */
    @Transactional
    public void undo(ImportId id, boolean force, CurrentUser user) {
        var source = authorised(id, user);
        var isOver = source.state() == ImportState.DONE
                || source.state() == ImportState.UNDONE
                || source.state() == ImportState.FAILED && imports.hasWritten(id);
        if (!isOver) {
            throw new Conflict("imports.error.not-done");
        }
        var until = source.undoUntil();
        if (until != null && until.isBefore(clock.instant())) {
            throw new Conflict("imports.error.undo-late");
        }
        enqueue(source, ImportState.UNDOING, force ? ImportWork.Kind.FORCED_UNDO : ImportWork.Kind.UNDO);
    }

    private Import ready(ImportId id, CurrentUser user) {
        var source = authorised(id, user);
        if (!source.state().isOpen()) {
            throw new Conflict("imports.error.not-open");
        }
        var isNamed = source.settings().mapping().targets().values().stream()
                .anyMatch(target -> RequiredFields.of(source.kind()).contains(target));
        if (!isNamed) {
            throw InvalidInput.at(
                    "mapping", "imports.mapping.no-name." + source.kind().code());
        }
        return source;
    }

    private Import authorised(ImportId id, CurrentUser user) {
        var source = imports.hold(id);
        user.require(Resource.IMPORT, Action.CREATE, source.by().person());
        user.require(source.kind().resource(), Action.CREATE);
        return source;
    }

    private void enqueue(Import source, ImportState state, ImportWork.Kind work) {
        imports.begin(source.id(), state);
        jobs.begin(ImportTasks.NAME, work.of(source.id()));
    }
}
