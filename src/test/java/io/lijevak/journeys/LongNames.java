package io.lijevak.journeys;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Names as long as people make them, in every record: whatever the day made of the demo company, a page then shows that
 * it bears them. The name is one word of 72 letters, for a sentence can be broken and is the easier of the two.
 */
final class LongNames {
    private LongNames() {}

    /**
     * Lengthens what people write of their own into the columns of names and notes of all tables; steps that say nothing
     * get an instruction.
     */
    static void give(JdbcClient jdbc) {
        jdbc.sql("""
                update deal_type_step set instruction = 'Najneprijestolonasljednikovičinijegatransportnoskladišnoga' || stage_id
                where instruction is null""").update();
        jdbc.sql("""
                do $$
                declare place record;
                begin
                  set local session_replication_role = replica;
                  for place in
                    select table_name, column_name from information_schema.columns c
                    where table_schema = current_schema() and data_type = 'text'
                      and column_name in ('name', 'title', 'subject', 'description', 'details', 'place', 'agenda', 'counterpart',
                        'text', 'result', 'wish', 'comment', 'learnt', 'note', 'closing_note', 'compensation', 'city', 'street',
                        'region', 'website', 'role', 'return_reason', 'file_name', 'code', 'reason')
                      and table_name !~ '^(act|flw)_' and table_name not in ('role_right')
                      and not (table_name, column_name) in (('person', 'role'), ('funnel_formula', 'text'), ('view_delivery', 'reason'))
                      and exists (select from information_schema.columns i
                        where i.table_name = c.table_name and i.column_name = 'id' and i.data_type = 'bigint')
                  loop
                    execute format($sql$
                      update %1$I set %2$I = 'Najneprijestolonasljednikovičinijegatransportnoskladišnoga' || lpad(id::text, 14, '0')
                      where %2$I is not null$sql$, place.table_name, place.column_name);
                  end loop;
                end $$""").update();
    }
}
