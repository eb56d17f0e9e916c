package io.lijevak.customers;

import io.lijevak.platform.SearchText;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the folded text in which customers are found: name first, then numbers, phones, e-mails, contact persons. */
@Component
public class SearchIndex {
    private final JdbcClient jdbc;

    SearchIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Source(long id, List<String> parts) {}

    /** Writes the search text of the customers anew, in two statements whatever their number. */
    public void refresh(Collection<Long> customers) {
        var sources = read(customers);
        jdbc.sql("""
                update customer c set search_text = t.text
                from unnest(cast(:ids as bigint[]), cast(:texts as text[])) as t (id, text)
                where c.id = t.id and c.search_text <> t.text""")
                .param("ids", sources.stream().map(Source::id).toArray(Long[]::new))
                .param("texts", sources.stream().map(SearchIndex::text).toArray(String[]::new))
                .update();
    }

    private List<Source> read(Collection<Long> customers) {
        return jdbc.sql("""
                select c.id, array_remove(array[c.name, c.tax_number, c.external_id]
                    || array(select ltrim(value, '+') from contact_point p where p.customer_id = c.id
                             order by p.contact_person_id nulls first, p.kind desc, p.position)
                    || array(select name from contact_person k where k.customer_id = c.id and k.archived_at is null
                             order by k.id), null) as parts
                from customer c where c.id = any(:ids)""")
                .param("ids", customers.toArray(Long[]::new))
                .query((row, number) -> new Source(row.getLong("id"), List.of((String[])
                        row.getArray("parts").getArray())))
                .list();
    }

    private static String text(Source source) {
        return String.join(
                "\n", source.parts().stream().map(SearchText::fold).distinct().toList());
    }
}
