package io.lijevak.imports;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives changed records their old values back, and takes from their lists what the import added. */
@Component
class RestoreRows {
    private final JdbcClient jdbc;

    RestoreRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Restores what nobody changed since, or all by force; gives the restored records. */
    List<Long> restore(ImportKind kind, long id, boolean force) {
        var update = switch (kind) {
            case CUSTOMERS -> jdbc.sql("""
                    update customer c set kind = s.kind, name = s.name, search_text = s.search_text,
                      tax_country = s.tax_country, tax_number = s.tax_number, source_id = s.source_id,
                      responsible_id = s.responsible_id, parent_id = s.parent_id, website = s.website, note = s.note,
                      street = s.street, postcode = s.postcode, city = s.city, region = s.region, country = s.country,
                      external_id = s.external_id, properties = jsonb_strip_nulls(c.properties || s.properties), version = c.version + 1
                    from (select (jsonb_populate_record(x, r.before)).*
                      from import_row r join customer x on x.id = r.record_id
                      where r.import_id = :id and r.outcome = 'UPDATED' and (:force or x.version = r.written_version)) s
                    where c.id = s.id returning c.id""");
            case PRODUCTS -> jdbc.sql("""
                    update product c set code = s.code, name = s.name, search_text = s.search_text,
                      group_id = s.group_id, price = s.price, currency = s.currency, external_id = s.external_id,
                      properties = jsonb_strip_nulls(c.properties || s.properties), version = c.version + 1
                    from (select (jsonb_populate_record(x, r.before)).*
                      from import_row r join product x on x.id = r.record_id
                      where r.import_id = :id and r.outcome = 'UPDATED' and (:force or x.version = r.written_version)) s
                    where c.id = s.id returning c.id""");
            case USERS -> jdbc.sql("""
                    update person c set name = s.name, search_text = s.search_text, email = s.email, role = s.role,
                      team_id = s.team_id, head_id = s.head_id, external_id = s.external_id, version = c.version + 1
                    from (select (jsonb_populate_record(x, r.before)).*
                      from import_row r join person x on x.id = r.record_id
                      where r.import_id = :id and r.outcome = 'UPDATED' and (:force or x.version = r.written_version)) s
                    where c.id = s.id returning c.id""");
            case DEALS -> jdbc.sql("""
                    update deal c set title = s.title, search_text = s.search_text, stage_id = s.stage_id,
                      outcome = s.outcome, customer_id = s.customer_id, responsible_id = s.responsible_id,
                      source_id = s.source_id, amount = s.amount, currency = s.currency, rate = s.rate,
                      expected_close = s.expected_close, opened_at = s.opened_at, closed_at = s.closed_at,
                      loss_reason_id = s.loss_reason_id, competitor_id = s.competitor_id, closing_note = s.closing_note, external_id = s.external_id,
                      properties = jsonb_strip_nulls(c.properties || s.properties), version = c.version + 1
                    from (select (jsonb_populate_record(x, r.before)).*
                      from import_row r join deal x on x.id = r.record_id
                      where r.import_id = :id and r.outcome = 'UPDATED' and (:force or x.version = r.written_version)) s
                    where c.id = s.id returning c.id""");
        };
        var restored =
                update.param("id", id).param("force", force).query(Long.class).list();
        lists(kind, id, restored.toArray(Long[]::new));
        jdbc.sql("""
                update import_row set undo = case when record_id = any(:restored) then 'RESTORED' else 'KEPT' end
                where import_id = :id and outcome = 'UPDATED'""")
                .param("restored", restored.toArray(Long[]::new))
                .param("id", id)
                .update();
        return restored;
    }

    private void lists(ImportKind kind, long id, Long[] restored) {
        if (kind == ImportKind.CUSTOMERS) {
            take("delete from contact_point where import_id = :id and customer_id = any(:ids)", id, restored);
            take("delete from contact_person where import_id = :id and customer_id = any(:ids)", id, restored);
            take("""
                    delete from customer_in_category g using import_row r, jsonb_array_elements_text(r.before -> '+categories') a
                    where r.import_id = :id and r.record_id = any(:ids) and g.customer_id = r.record_id
                      and g.category_id = cast(a as bigint)""", id, restored);
        } else if (kind == ImportKind.DEALS) {
            take("""
                    delete from deal_line g using import_row r, jsonb_array_elements_text(r.before -> '+products') a
                    where r.import_id = :id and r.record_id = any(:ids) and g.deal_id = r.record_id
                      and g.product_id = cast(a as bigint)""", id, restored);
            take("""
                    delete from stage_visit v using import_row r
                    where r.import_id = :id and r.record_id = any(:ids) and v.deal_id = r.record_id
                      and v.seq > cast(r.before ->> '+visits' as int)""", id, restored);
            take("""
                    update stage_visit v set outcome = 'OPEN', left_at = null, left_recorded_at = null,
                      exit_potential = null
                    from import_row r
                    where r.import_id = :id and r.record_id = any(:ids) and v.deal_id = r.record_id
                      and v.seq = cast(r.before ->> '+visits' as int)""", id, restored);
        }
    }

    private void take(String sql, long id, Long[] restored) {
        jdbc.sql(sql).param("id", id).param("ids", restored).update();
    }
}
