package io.lijevak.imports;

import io.lijevak.platform.SearchText;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers that rows name, found by tax number or name. */
final class CustomerNames {
    /** Looking for alike names reads the database; beyond this many unknown names it is left. */
    private static final int MOST_LOOKS = 500;

    private final JdbcClient jdbc;
    private final KeyIndex index;
    private int looks;

    CustomerNames(JdbcClient jdbc, KeyIndex index) {
        this.jdbc = jdbc;
        this.index = index;
    }

    long find(Ref ref) {
        if (!ref.detail().isEmpty()) {
            var byTax = index.get(CustomerKeys.tax(ref.detail()));
            if (byTax != KeyIndex.NONE) {
                return byTax;
            }
            // A customer of the same name without tax number may be another one.
            return index.get(CustomerKeys.nameWithoutTax(ref.name()));
        }
        return index.get(CustomerKeys.name(ref.name()));
    }

    void remember(Ref ref, long id) {
        if (!ref.detail().isEmpty()) {
            index.put(CustomerKeys.tax(ref.detail()), id);
        }
        index.add(CustomerKeys.name(ref.name()), id);
        index.add(CustomerKeys.place(ref.name(), "", ""), id);
        index.add(CustomerKeys.place(ref.name(), ""), id);
    }

    /** Customers of alike names; one with a tax number of its own is another than the one named with a tax number. */
    List<References.Known> alike(Ref ref) {
        var folded = SearchText.fold(ref.name());
        if (looks++ >= MOST_LOOKS || folded.length() < 3) {
            return List.of();
        }
        return jdbc.sql("""
                select id, name from customer where :term <% search_text and archived_at is null
                  and (:bare or tax_number is null)
                order by :term <<-> search_text limit 8""")
                .param("term", folded)
                .param("bare", ref.detail().isEmpty())
                .query((row, number) -> new References.Known(row.getLong("id"), row.getString("name")))
                .list();
    }
}
