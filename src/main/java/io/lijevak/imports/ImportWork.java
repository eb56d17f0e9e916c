package io.lijevak.imports;

import io.lijevak.platform.InvalidInput;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The background work of an import: dry run, run, undo. Begun anew after a crash, it goes on where it stood. */
@Component
class ImportWork {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
    private static final int TIMES_TRIED = 5;
    private final Imports imports;
    private final FilePass file;
    private final UndoRows undo;

    ImportWork(Imports imports, FilePass file, UndoRows undo) {
        this.imports = imports;
        this.file = file;
        this.undo = undo;
    }

    enum Kind {
        CHECK(ImportState.CHECKING),
        RUN(ImportState.RUNNING),
        UNDO(ImportState.UNDOING),
        FORCED_UNDO(ImportState.UNDOING);

        private final ImportState state;

        Kind(ImportState state) {
            this.state = state;
        }

        /** The name of the work on one import among all jobs. */
        String of(ImportId id) {
            return name().toLowerCase(Locale.ROOT) + ":" + id;
        }
    }

    /** Does the work named by {@link Kind#of}, which failed so many times in a row before. */
    void perform(String name, int failures) {
        var parts = name.split(":");
        var kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
        var id = ImportId.valueOf(parts[1]);
        try {
            var found = imports.find(id);
            if (found.isPresent() && found.get().state() == kind.state) {
                perform(kind, found.get());
            }
        } catch (Overtaken e) {
            LOG.info("{}", e.getMessage());
        } catch (InvalidInput e) {
            var problem = e.problems().getFirst();
            imports.fail(
                    id,
                    kind.state,
                    new RowProblem(
                            "",
                            problem.messageKey(),
                            problem.arguments().stream().map(String::valueOf).toList(),
                            false));
        } catch (AccessDeniedException e) {
            imports.fail(id, kind.state, RowProblem.error("", "denied"));
        } catch (DuplicateKeyException e) {
            // Another worker writes these rows: this one looks again later whether the other has finished them.
            LOG.warn("import {} is worked on twice: {}", id, e.getMessage());
            if (failures < TIMES_TRIED) {
                throw e;
            }
            imports.fail(id, kind.state, RowProblem.error("", "refused"));
        } catch (DataIntegrityViolationException e) {
            LOG.error("import {} failed", id, e);
            imports.fail(id, kind.state, RowProblem.error("", "refused"));
        } catch (DataAccessException | TransactionException e) {
            // The database is away; the job is tried again and goes on behind its last batch.
            throw e;
        } catch (RuntimeException e) {
            LOG.error("import {} failed", id, e);
            imports.fail(id, kind.state, RowProblem.error("", "unexpected"));
        }
    }

    private void perform(Kind kind, Import source) {
        switch (kind) {
            case CHECK -> imports.end(source, ImportState.CHECKED, file.check(source));
            case RUN -> imports.end(source, ImportState.DONE, file.run(source));
            case UNDO, FORCED_UNDO -> {
                undo.undo(source, kind == Kind.FORCED_UNDO);
                imports.end(source, ImportState.UNDONE, source.findings());
            }
        }
    }
}
