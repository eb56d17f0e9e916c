package io.lijevak.customers;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.PersonId;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was put into segments, from which lists. */
@Component
public class SegmentFillings {
    private static final String PREVIEW = """
            with listed (id) as ({0})
            select count(*) as listed, count(*) filter (where l.id is null) as without,
              count(distinct l.id) as led, count(distinct c.id) as customers
            from listed l left join customer c on c.id = l.id and not c.archived and {1}""";
    private static final String FILL = """
            with found as (
              select c.id from customer c where c.id in ({2}) and not c.archived and {3}),
            added as (
              insert into segment_member (segment_id, customer_id, filling_id)
              select {0}, id, {1} from found order by id on conflict do nothing returning 1)
            select (select count(*) from found) as found, (select count(*) from added) as added""";
    private final DSLContext database;
    private final JdbcClient jdbc;

    /**
     * What a list leads to.
     *
     * @param listed its records
     * @param without those of no customer
     * @param customers how many would be in the segment
     * @param left customers that stay out: archived, or out of reach
     */
    public record Preview(long listed, long without, long customers, long left) {}

    /** A filling that is to be done, was done, or was undone. */
    record Work(long id, long segment, String source, String list, boolean ended, boolean undone) {}

    /** How many customers were found, and how many of them were not in the segment before. */
    record Came(int found, int added) {
        static final Came NOBODY = new Came(0, 0);
    }

    SegmentFillings(DSLContext database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    Preview preview(SegmentSource source, Map<String, String> parameters, CurrentUser user) {
        return database.resultQuery(PREVIEW, source.customers(parameters, user), reach(user))
                .fetchSingle(row -> new Preview(
                        row.get("listed", Long.class),
                        row.get("without", Long.class),
                        row.get("customers", Long.class),
                        row.get("led", Long.class) - row.get("customers", Long.class)));
    }

    long begin(long segment, String source, String list, Instant now, CurrentUser by) {
        return jdbc.sql("""
                insert into segment_filling (segment_id, person_id, source, list, begun_at)
                values (:segment, :person, :source, :list, :now) returning id""")
                .param("segment", segment)
                .param("person", by.id())
                .param("source", source)
                .param("list", list)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /** Who began it, empty when it went with its segment. */
    Optional<PersonId> author(long id) {
        return jdbc.sql("select person_id from segment_filling where id = :id")
                .param("id", id)
                .query(Long.class)
                .optional()
                .map(PersonId::new);
    }

    /** Reads a filling, and keeps others from it until the end of the transaction. */
    Work lock(long id) {
        return jdbc.sql("""
                select id, segment_id as segment, source, list, ended_at is not null as ended,
                  undone_at is not null as undone from segment_filling where id = :id for update""")
                .param("id", id)
                .query(Work.class)
                .optional()
                .orElseThrow(() -> new RecordNotFound("segment filling", id));
    }

    Came fill(Work work, SegmentSource source, Map<String, String> parameters, CurrentUser user) {
        return database.resultQuery(
                        FILL,
                        DSL.val(work.segment()),
                        DSL.val(work.id()),
                        source.customers(parameters, user),
                        reach(user))
                .fetchSingle(row -> new Came(row.get("found", Integer.class), row.get("added", Integer.class)));
    }

    void end(long id, Came came, Instant now) {
        jdbc.sql("update segment_filling set ended_at = :now, found = :found, added = :added where id = :id")
                .param("now", Timestamp.from(now))
                .param("found", came.found())
                .param("added", came.added())
                .param("id", id)
                .update();
    }

    /** Takes out what came in by it; answers how many customers that were. */
    int undo(long id, Instant now) {
        jdbc.sql("update segment_filling set undone_at = :now where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
        return jdbc.sql("delete from segment_member where filling_id = :id")
                .param("id", id)
                .update();
    }

    private static Condition reach(CurrentUser user) {
        return Reach.of(user, Resource.CUSTOMER, Action.VIEW).condition(CustomerConditions.RESPONSIBLE);
    }
}
