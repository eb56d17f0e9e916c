package io.lijevak.deals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up in one statement whatever a deal refers to, for checks and for the words of the audit trail. */
@Component
class References {
    private final JdbcClient jdbc;

    References(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum Kind {
        CUSTOMER,
        CONTACT,
        SOURCE,
        PERSON,
        PRODUCT
    }

    /**
     * A record that a deal refers to.
     *
     * @param owner the responsible person of a customer, the customer of a contact person, else null
     * @param usable whether new deals may refer to it
     */
    record Reference(String name, @Nullable Long owner, boolean usable) {}

    /** What was found; the ones missing are no records. */
    record Found(Map<Kind, Map<Long, Reference>> byKind) {
        @Nullable
        Reference get(Kind kind, @Nullable Long id) {
            return id == null ? null : byKind.getOrDefault(kind, Map.of()).get(id);
        }

        @Nullable
        String name(Kind kind, @Nullable Long id) {
            var reference = get(kind, id);
            return reference == null ? null : reference.name();
        }
    }

    /** The ids to look up, those of terms before and after a change together. */
    record Wanted(List<DealTerms> terms, List<@Nullable Long> people) {}

    Found find(Wanted wanted) {
        var found = new HashMap<Kind, Map<Long, Reference>>();
        jdbc.sql("""
                select 'CUSTOMER' as kind, id, name, responsible_id as owner, archived_at is null as usable
                from customer where id = any(:customers)
                union all select 'CONTACT', id, name, customer_id, archived_at is null
                from contact_person where id = any(:contacts)
                union all select 'SOURCE', id, name, null, retired_at is null
                from customer_source where id = any(:sources)
                union all select 'PERSON', id, name, null, deactivated_at is null
                from person where id = any(:people)
                union all select 'PRODUCT', id, name, null, archived_at is null
                from product where id = any(:products)""")
                .param("customers", ids(wanted.terms().stream().map(DealTerms::customer)))
                .param("contacts", ids(wanted.terms().stream().map(DealTerms::contact)))
                .param("sources", ids(wanted.terms().stream().map(DealTerms::source)))
                .param("people", ids(wanted.people().stream()))
                .param(
                        "products",
                        ids(wanted.terms().stream()
                                .flatMap(terms -> terms.lines().stream())
                                .map(DealTerms.Line::product)))
                .query(row -> {
                    found.computeIfAbsent(Kind.valueOf(row.getString("kind")), kind -> new HashMap<>())
                            .put(
                                    row.getLong("id"),
                                    new Reference(
                                            row.getString("name"),
                                            (Long) row.getObject("owner"),
                                            row.getBoolean("usable")));
                });
        return new Found(found);
    }

    private static Long[] ids(Stream<? extends @Nullable Long> stream) {
        return stream.filter(Objects::nonNull).distinct().toArray(Long[]::new);
    }
}
