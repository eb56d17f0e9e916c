package io.lijevak.imports;

import io.lijevak.platform.SearchText;
import io.lijevak.users.Role;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and creates the records that rows name. What it creates bears the import, so that undo finds it. */
@Component
class ReferenceRows {
    private final JdbcClient jdbc;
    private final ImportAudit audit;

    ReferenceRows(JdbcClient jdbc, ImportAudit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Every record of the type but customers, who are too many to be held. Products go by code as well. */
    List<References.Known> all(Ref.Type type) {
        var select = switch (type) {
            case PERSON -> jdbc.sql("select id, name from person");
            case TEAM -> jdbc.sql("select id, name from team");
            case PRODUCT -> jdbc.sql("""
                    select id, name from product union select id, code from product where code is not null""");
            case PRODUCT_GROUP -> jdbc.sql("select id, name from product_group");
            case CUSTOMER_SOURCE -> jdbc.sql("select id, name from customer_source");
            case CATEGORY -> jdbc.sql("select id, name from customer_category");
            case LOSS_REASON -> jdbc.sql("select id, name from loss_reason");
            case COMPETITOR -> jdbc.sql("select id, name from competitor");
            case CUSTOMER -> throw new IllegalArgumentException("customers are looked up by key");
        };
        return select.query((row, number) -> new References.Known(row.getLong("id"), row.getString("name")))
                .list();
    }

    /** Creates the record in a transaction of its own: it stays known when a batch is tried again row by row. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public long create(Ref ref, Job job) {
        var id = insert(ref, job);
        var subject = switch (ref.type()) {
            case PERSON -> "person";
            case PRODUCT -> "product";
            case CUSTOMER -> "customer";
            case TEAM, PRODUCT_GROUP, CUSTOMER_SOURCE, CATEGORY, LOSS_REASON, COMPETITOR -> "";
        };
        if (!subject.isEmpty()) {
            audit.created(job, subject, id, ref.name());
        }
        return id;
    }

    private long insert(Ref ref, Job job) {
        var insert = switch (ref.type()) {
            case PERSON -> jdbc.sql("""
                    insert into person (name, search_text, role, import_id) values (:name, :folded, :role, :import)
                    returning id""").param("role", ref.detail().isEmpty() ? Role.SALES_REP.name() : ref.detail());
            case TEAM -> jdbc.sql("insert into team (name, import_id) values (:name, :import) returning id");
            case PRODUCT -> jdbc.sql("""
                    insert into product (name, search_text, import_id) values (:name, :folded, :import)
                    returning id""");
            case PRODUCT_GROUP ->
                jdbc.sql("insert into product_group (name, import_id) values (:name, :import) returning id");
            case CUSTOMER_SOURCE -> jdbc.sql("""
                    insert into customer_source (name, position, import_id)
                    select :name, coalesce(max(position), 0) + 1, :import from customer_source returning id""");
            case CATEGORY ->
                jdbc.sql("insert into customer_category (name, import_id) values (:name, :import) returning id");
            case LOSS_REASON -> jdbc.sql("""
                    insert into loss_reason (name, position, import_id)
                    select :name, coalesce(max(position), 0) + 1, :import from loss_reason returning id""");
            case COMPETITOR ->
                jdbc.sql("insert into competitor (name, import_id) values (:name, :import) returning id");
            case CUSTOMER -> customer(ref, job);
        };
        return insert.param("name", ref.name())
                .param("folded", SearchText.fold(ref.name()))
                .param("import", job.id().value())
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec customer(Ref ref, Job job) {
        var country = ref.detail().isEmpty() ? null : ref.detail().substring(0, 2);
        return jdbc.sql("""
                insert into customer (kind, name, search_text, tax_country, tax_number, created_by, import_id)
                values ('COMPANY', :name, :folded || coalesce(chr(10) || cast(:number as text), ''), :country, :number,
                  :by, :import)
                returning id""")
                .param("country", country)
                .param("number", country == null ? null : ref.detail().substring(2))
                .param("by", job.user().id());
    }
}
