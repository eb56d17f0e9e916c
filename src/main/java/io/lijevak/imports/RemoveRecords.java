package io.lijevak.imports;

import io.lijevak.process.ForgetRuns;
import io.lijevak.process.Subject;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes records of an import; one that something else uses stays. */
@Component
class RemoveRecords {
    private static final List<String> REFERENCES = List.of(
            "deal_type",
            "stage",
            "product",
            "product_group",
            "customer",
            "person",
            "team",
            "customer_source",
            "customer_category",
            "loss_reason",
            "competitor");
    private final JdbcClient jdbc;
    private final ForgetRuns runs;
    private final TransactionTemplate nested;

    RemoveRecords(JdbcClient jdbc, ForgetRuns runs, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.nested = new TransactionTemplate(java.util.Objects.requireNonNull(transaction.getTransactionManager()));
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Created records that nobody changed since. */
    List<Long> unchanged(ImportKind kind, long id) {
        var select = switch (kind) {
            case CUSTOMERS -> jdbc.sql("""
                    select x.id from import_row r join customer x on x.id = r.record_id and x.version = r.written_version
                    where r.import_id = :id and r.outcome = 'CREATED' order by x.id""");
            case PRODUCTS -> jdbc.sql("""
                    select x.id from import_row r join product x on x.id = r.record_id and x.version = r.written_version
                    where r.import_id = :id and r.outcome = 'CREATED' order by x.id""");
            case USERS -> jdbc.sql("""
                    select x.id from import_row r join person x on x.id = r.record_id and x.version = r.written_version
                    where r.import_id = :id and r.outcome = 'CREATED' order by x.id""");
            case DEALS -> jdbc.sql("""
                    select x.id from import_row r join deal x on x.id = r.record_id and x.version = r.written_version
                    where r.import_id = :id and r.outcome = 'CREATED' order by x.id""");
        };
        return select.param("id", id).query(Long.class).list();
    }

    /** Records that rows named into being, where nothing uses them and nobody changed them. */
    void references(long id) {
        for (var table : REFERENCES) {
            var ids = switch (table) {
                case "deal_type" -> jdbc.sql("select id from deal_type where import_id = :id and version = 1");
                case "stage" -> jdbc.sql("select id from stage where import_id = :id and version = 1");
                case "product" -> jdbc.sql("select id from product where import_id = :id and version = 1");
                case "product_group" -> jdbc.sql("select id from product_group where import_id = :id");
                case "customer" -> jdbc.sql("select id from customer where import_id = :id and version = 1");
                case "person" -> jdbc.sql("select id from person where import_id = :id and version = 1");
                case "team" -> jdbc.sql("select id from team where import_id = :id");
                case "customer_source" -> jdbc.sql("select id from customer_source where import_id = :id");
                case "customer_category" -> jdbc.sql("select id from customer_category where import_id = :id");
                case "loss_reason" -> jdbc.sql("select id from loss_reason where import_id = :id");
                default -> jdbc.sql("select id from competitor where import_id = :id");
            };
            records(table, ids.param("id", id).query(Long.class).list());
        }
    }

    /** Removes created records that nothing uses; deals with their processes, which the engine knows too. */
    List<Long> ofKind(ImportKind kind, List<Long> ids) {
        if (kind != ImportKind.DEALS) {
            return records(kind.subject(), ids);
        }
        var instances = runs.instances(Subject.DEAL, ids);
        var gone = records(kind.subject(), ids);
        runs.gone(instances);
        return gone;
    }

    /** Removes what can go, all at once where possible; gives the ids of what went. */
    private List<Long> records(String table, List<Long> ids) {
        if (ids.isEmpty() || isDone(table, ids)) {
            return ids;
        }
        var left = new ArrayList<>(ids);
        var gone = new ArrayList<Long>();
        var before = -1;
        // A record may be in use by one that goes after it, so what stayed is tried until nothing more goes.
        while (gone.size() > before && !left.isEmpty()) {
            before = gone.size();
            left.removeIf(id -> {
                var went = isDone(table, List.of(id));
                if (went) {
                    gone.add(id);
                }
                return went;
            });
        }
        return gone;
    }

    private boolean isDone(String table, List<Long> ids) {
        try {
            nested.executeWithoutResult(status -> delete(table, ids));
            return true;
        } catch (DataIntegrityViolationException e) {
            return false;
        }
    }

    private void delete(String table, List<Long> ids) {
        var delete = switch (table) {
            case "deal" -> jdbc.sql("delete from deal where id = any(:ids)");
            case "customer" -> jdbc.sql("delete from customer where id = any(:ids)");
            case "product" -> jdbc.sql("delete from product where id = any(:ids)");
            case "person" -> jdbc.sql("delete from person where id = any(:ids)");
            case "team" -> jdbc.sql("delete from team where id = any(:ids)");
            case "product_group" -> jdbc.sql("delete from product_group where id = any(:ids)");
            case "deal_type" -> jdbc.sql("delete from deal_type where id = any(:ids)");
            case "stage" -> jdbc.sql("delete from stage where id = any(:ids)");
            case "customer_source" -> jdbc.sql("delete from customer_source where id = any(:ids)");
            case "customer_category" -> jdbc.sql("delete from customer_category where id = any(:ids)");
            case "loss_reason" -> jdbc.sql("delete from loss_reason where id = any(:ids)");
            case "competitor" -> jdbc.sql("delete from competitor where id = any(:ids)");
            default -> throw new IllegalArgumentException(table);
        };
        delete.param("ids", ids.toArray(Long[]::new)).update();
    }
}
