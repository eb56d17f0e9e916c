package io.lijevak.imports;

import io.lijevak.platform.FreshStatistics;
import io.lijevak.users.CurrentUsers;
import io.lijevak.users.PersonId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Goes over the whole file of an import, with the rights of the person who imports. */
@Component
class FilePass {
    private final Imports imports;
    private final OpenImport open;
    private final RowPass rows;
    private final CurrentUsers users;
    private final FreshStatistics statistics;

    FilePass(Imports imports, OpenImport open, RowPass rows, CurrentUsers users, FreshStatistics statistics) {
        this.imports = imports;
        this.open = open;
        this.rows = rows;
        this.users = users;
        this.statistics = statistics;
    }

    /** Writes nothing but what was found of each row. */
    Findings check(Import source) {
        return go(source, false);
    }

    /** Writes the rows; once they are there, the database plans for them. */
    Findings run(Import source) {
        var findings = go(source, true);
        statistics.renew();
        return findings;
    }

    private Findings go(Import source, boolean writes) {
        var user = users.find(new PersonId(source.by().person()))
                .orElseThrow(() -> new AccessDeniedException("the importer is deactivated"));
        if (!writes) {
            imports.forgetCheck(source.id());
        }
        return open.with(source, user, writes, rows::go);
    }
}
