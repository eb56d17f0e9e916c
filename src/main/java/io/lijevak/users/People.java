package io.lijevak.users;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.lijevak.platform.Cursor;
import io.lijevak.platform.Languages;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.SearchText;
import io.lijevak.platform.Slice;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds people: one, a page of them, or those a record may be given to. */
@Component
public class People {
    private static final Field<Long> ID = field(name("p", "id"), Long.class);
    private static final Field<String> NAME = field(name("p", "name"), String.class);
    private static final Field<String> SEARCH = field(name("p", "search_text"), String.class);
    private static final Field<String> EMAIL = field(name("p", "email"), String.class);
    private static final Field<String> HASH = field(name("p", "password_hash"), String.class);
    private static final Field<String> ROLE = field(name("p", "role"), String.class);
    private static final Field<Long> TEAM = field(name("p", "team_id"), Long.class);
    private static final Field<Long> HEAD = field(name("p", "head_id"), Long.class);
    private static final Field<Integer> VERSION = field(name("p", "version"), Integer.class);
    private static final Field<OffsetDateTime> LEFT = field(name("p", "deactivated_at"), OffsetDateTime.class);
    private static final Field<String> TEAM_NAME = field(name("t", "name"), String.class);
    private static final Field<String> HEAD_NAME = field(name("h", "name"), String.class);

    private final DSLContext dsl;

    People(DSLContext dsl) {
        this.dsl = dsl;
    }

    public Optional<Person> find(PersonId id) {
        return select().where(ID.eq(id.value())).fetchOptional(People::read);
    }

    public Person require(PersonId id) {
        return find(id).orElseThrow(() -> new RecordNotFound("person", id));
    }

    /** A page of the people the viewer may see, by name in the viewer's alphabet. */
    public Slice<Person> list(PeopleFilter filter, CurrentUser viewer, @Nullable String next, int limit) {
        var order = NAME.collate(DSL.collation(Languages.collation(viewer.language())));
        var place = Cursor.read(next, 2);
        var after = place.isEmpty()
                ? DSL.trueCondition()
                : DSL.row(order, ID).gt(DSL.row(DSL.val(place.get(0)), DSL.val(Cursor.id(place.get(1)))));
        var found = select().where(condition(filter, viewer))
                .and(after)
                .orderBy(order, ID)
                .limit(limit + 1)
                .fetch(People::read);
        var items = found.subList(0, Math.min(limit, found.size()));
        var last = found.size() > limit ? items.getLast() : null;
        return new Slice<>(items, last == null ? null : Cursor.of(last.name(), last.id()));
    }

    public int count(PeopleFilter filter, CurrentUser viewer) {
        return dsl.fetchCount(table("person").as("p"), condition(filter, viewer));
    }

    /** Active people that the right reaches, whose names contain the term, to choose a responsible person from. */
    public List<Person> reachedBy(Reach reach, String term, CurrentUser viewer, int limit) {
        return select().where(LEFT.isNull())
                .and(reach.condition(ID))
                .and(SEARCH.like(SearchText.containing(term)))
                .orderBy(NAME.collate(DSL.collation(Languages.collation(viewer.language()))), ID)
                .limit(limit)
                .fetch(People::read);
    }

    /** Active people whose names contain the term, to choose somebody to work for another from. */
    public List<Person> colleagues(String term, CurrentUser viewer, int limit) {
        return select().where(LEFT.isNull())
                .and(SEARCH.like(SearchText.containing(term)))
                .orderBy(NAME.collate(DSL.collation(Languages.collation(viewer.language()))), ID)
                .limit(limit)
                .fetch(People::read);
    }

    /** Everybody under the person, at any depth, the person included. */
    List<Long> below(PersonId id) {
        return dsl.fetchValues(DSL.resultQuery("""
                        with recursive below (id) as (
                          select {0} union select p.id from person p join below b on p.head_id = b.id)
                        select id from below""", DSL.val(id.value())).coerce(DSL.field("id", Long.class)));
    }

    private SelectJoinStep<? extends Record> select() {
        return dsl.select(ID, NAME, EMAIL, HASH, ROLE, TEAM, TEAM_NAME, HEAD, HEAD_NAME, LEFT, VERSION)
                .from(table("person").as("p"))
                .leftJoin(table("team").as("t"))
                .on(field(name("t", "id"), Long.class).eq(TEAM))
                .leftJoin(table("person").as("h"))
                .on(field(name("h", "id"), Long.class).eq(HEAD));
    }

    private static Condition condition(PeopleFilter filter, CurrentUser viewer) {
        var conditions = new ArrayList<Condition>();
        conditions.add(Reach.of(viewer, Resource.PEOPLE, Action.VIEW).condition(ID));
        if (filter.term() != null) {
            conditions.add(SEARCH.like(SearchText.containing(filter.term())));
        }
        if (filter.role() != null) {
            conditions.add(ROLE.eq(filter.role().name()));
        }
        if (filter.team() != null) {
            conditions.add(TEAM.eq(filter.team()));
        }
        switch (filter.state()) {
            case ACTIVE -> conditions.add(LEFT.isNull());
            case DEACTIVATED -> conditions.add(LEFT.isNotNull());
            case ALL -> {}
        }
        return DSL.and(conditions);
    }

    private static Person read(Record row) {
        var left = row.get(LEFT);
        return new Person(
                new PersonId(row.get(ID)),
                row.get(NAME),
                row.get(EMAIL),
                Role.valueOf(row.get(ROLE)),
                row.get(TEAM),
                row.get(TEAM_NAME),
                row.get(HEAD),
                row.get(HEAD_NAME),
                row.get(HASH) != null,
                left == null ? null : left.toInstant(),
                row.get(VERSION));
    }
}
