package io.lijevak.platform;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets the database look at the tables that a large load has filled. It does so by itself within a minute or two; until
 * then it plans for what was there before, and the list behind a number of ten thousand deals takes seconds.
 */
@Component
public class FreshStatistics {
    private static final Logger LOG = LoggerFactory.getLogger(FreshStatistics.class);
    /** Tables with much that was not seen yet. Those of a few pages are read quickly however that is planned. */
    private static final String UNSEEN = """
            select c.relname from pg_class c left join pg_stat_user_tables s on s.relid = c.oid
            where c.relnamespace = cast(current_schema() as regnamespace) and c.relkind = 'r'
              and pg_relation_size(c.oid) > 128 * 1024
              and (c.reltuples <= 0 or s.n_mod_since_analyze > c.reltuples / 2)
            order by c.relname""";

    private final SchemaOwner owner;

    FreshStatistics(SchemaOwner owner) {
        this.owner = owner;
    }

    /**
     * Looks at each of them, which takes milliseconds a table; one that another looks at is left to that. To be asked
     * outside of a transaction, once the load is committed. A table without rows is left as it was seen last: who plans
     * for an empty one reads all of it for each row once it fills.
     */
    public void renew() {
        try {
            owner.work(sql -> sql.fetch(UNSEEN).getValues(0, String.class).stream()
                    .filter(filled -> sql.fetchExists(table(name(filled))))
                    .forEach(filled -> sql.execute("analyze (skip_locked) {0}", name(filled))));
        } catch (DataAccessException failure) {
            LOG.warn("the database has not looked at what was loaded: {}", failure.getMessage());
        }
    }
}
