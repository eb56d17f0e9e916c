package io.lijevak.imports;

import io.lijevak.customers.EmailAddress;
import io.lijevak.platform.SearchText;
import io.lijevak.users.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows as people; one without an e-mail is responsible but cannot sign in. */
@Component
class PersonRecords implements Records {
    private static final int TEXT = 200;
    private final JdbcClient jdbc;
    private final StoredRows stored;

    PersonRecords(JdbcClient jdbc, StoredRows stored) {
        this.jdbc = jdbc;
        this.stored = stored;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.USERS;
    }

    @Override
    public String required() {
        return "name";
    }

    @Override
    public void index(KeyIndex index) {
        jdbc.sql("select id, name, email, external_id from person").query(row -> {
            var id = row.getLong("id");
            if (row.getString("external_id") != null) {
                index.add("x:" + row.getString("external_id"), id);
            }
            if (row.getString("email") != null) {
                index.add("e:" + row.getString("email").toLowerCase(java.util.Locale.ROOT), id);
            }
            index.add(nameKey(row.getString("name")), id);
        });
    }

    @Override
    public Draft draft(RowFields fields, Pass pass) {
        var draft = new Draft(fields.number(), fields.problems());
        draft.set("external_id", fields.text(Field.EXTERNAL_ID, TEXT));
        var name = fields.text(Field.NAME, TEXT);
        draft.set("name", name);
        email(fields, draft);
        role(fields, draft, pass.job());
        var team = fields.text(Field.TEAM, TEXT);
        if (team != null) {
            draft.set("team_id", new Ref(Ref.Type.TEAM, team, "", fields.heading(Field.TEAM)));
        }
        var head = fields.text(Field.HEAD, TEXT);
        if (head != null && !head.equals(name)) {
            draft.set("head_id", new Ref(Ref.Type.PERSON, head, Role.HEAD_OF_SALES.name(), fields.heading(Field.HEAD)));
        }
        keys(draft);
        return draft;
    }

    private static void email(RowFields fields, Draft draft) {
        fields.cells(Field.EMAIL).forEach((column, cell) -> {
            var read = EmailAddress.read(cell.text());
            read.ifPresentOrElse(
                    email -> draft.set("email", email.value()),
                    () -> draft.problem(RowProblem.error(column, "email", cell.text())));
        });
    }

    private static void role(RowFields fields, Draft draft, Job job) {
        var written = fields.text(Field.ROLE);
        if (written == null) {
            return;
        }
        for (var role : Role.values()) {
            if (Headings.isWord("role." + role, written) || role.name().equalsIgnoreCase(written)) {
                if (role == Role.ADMINISTRATOR && job.user().role() != Role.ADMINISTRATOR) {
                    draft.problem(RowProblem.error(fields.heading(Field.ROLE), "role-administrator"));
                }
                draft.set("role", role.name());
                return;
            }
        }
        draft.problem(RowProblem.warning(fields.heading(Field.ROLE), "role", written));
    }

    private static void keys(Draft draft) {
        if (draft.get("external_id") instanceof String id) {
            draft.keys().add("x:" + id);
        }
        if (draft.get("email") instanceof String email) {
            draft.keys().add("e:" + email);
        }
        if (draft.get("name") instanceof String name) {
            draft.keys().add(nameKey(name));
        }
    }

    private static String nameKey(String name) {
        var folded = SearchText.fold(name);
        return "n:" + (folded.isEmpty() ? name : folded);
    }

    @Override
    public boolean agrees(Draft draft, Current current) {
        return CustomerRecords.isFree(draft, current, "email") && CustomerRecords.isFree(draft, current, "external_id");
    }

    @Override
    public Map<Long, Current> current(Collection<Long> ids, boolean hold) {
        if (hold) {
            jdbc.sql("select id from person where id = any(:ids) order by id for update")
                    .param("ids", ids.toArray(Long[]::new))
                    .query(Long.class)
                    .list();
        }
        var found = new HashMap<Long, Current>();
        jdbc.sql("""
                select p.id, p.version, p.import_id, to_jsonb(p) - 'password_hash' as row
                from person p where p.id = any(:ids)""")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> stored.read(row, List.of()))
                .list()
                .forEach(current -> found.put(current.id(), current));
        return found;
    }

    @Override
    public List<Long> newIds(int count) {
        return NewIds.of("person", count, jdbc);
    }

    @Override
    public void insert(List<Decision> decisions, Job job) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var decision : decisions) {
            var row = new LinkedHashMap<String, Object>();
            row.put("role", Role.SALES_REP.name());
            row.putAll(decision.draft().values());
            row.put("id", decision.id());
            row.put("search_text", searchText(row));
            rows.add(row);
        }
        jdbc.sql("""
                insert into person (id, name, search_text, email, role, team_id, head_id, external_id, import_id)
                overriding system value
                select r.id, r.name, r.search_text, r.email, r.role, r.team_id, r.head_id, r.external_id, :import
                from jsonb_populate_recordset(null::person, cast(:rows as jsonb)) r""")
                .param("rows", stored.write(rows))
                .param("import", job.id().value())
                .update();
    }

    @Override
    public void update(List<Map<String, Object>> rows, Job job) {
        rows.forEach(row -> row.put("search_text", searchText(row)));
        jdbc.sql("""
                update person p set name = r.name, search_text = r.search_text, email = r.email, role = r.role,
                  team_id = r.team_id, head_id = r.head_id, external_id = r.external_id, version = p.version + 1
                from jsonb_populate_recordset(null::person, cast(:rows as jsonb)) r
                where p.id = r.id""").param("rows", stored.write(rows)).update();
    }

    static String searchText(Map<String, ?> row) {
        var email = row.get("email");
        return SearchText.fold(row.get("name") + (email == null ? "" : " " + email));
    }

    /** A head whom this import created belongs to the team of the people under him, until a row of his own says else. */
    @Override
    public void attach(List<Decision> decisions, Job job) {
        jdbc.sql("""
                update person h set team_id = (
                    select p.team_id from person p where p.head_id = h.id and p.team_id is not null order by p.id limit 1)
                where h.import_id = :import and h.team_id is null
                  and exists (select from person p where p.head_id = h.id and p.id = any(:ids) and p.team_id is not null)""")
                .param("import", job.id().value())
                .param("ids", decisions.stream().map(Decision::id).toArray(Long[]::new))
                .update();
    }
}
