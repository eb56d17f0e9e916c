package io.lijevak.customers;

import io.lijevak.platform.SearchText;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds customers that are probably the one being entered: same tax number, e-mail or phone, or nearly the same name. */
@Component
public class SimilarCustomers {
    private static final double NEARLY_THE_SAME = 0.93;
    private static final int MOST = 5;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> LEGAL_FORMS = Set.of(
            "doo", "dd", "jdoo", "obrt", "ltd", "llc", "inc", "gmbh", "ag", "plc", "corp", "co", "company", "srl",
            "spa", "ooo", "ооо", "оао", "зао", "пао", "ао", "ип");
    private final JdbcClient jdbc;
    private final CustomerRules rules;

    SimilarCustomers(JdbcClient jdbc, CustomerRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** A customer that may be the same, and by what it was found: {@code tax}, {@code phone}, {@code email}, {@code name}. */
    public record Candidate(
            long id,
            String name,
            @Nullable String city,
            @Nullable Long responsibleId,
            String reason) {
        /** The same for who may not see it: that there is one, but not which. */
        public Candidate unnamed() {
            return new Candidate(0, "", null, null, reason);
        }
    }

    /** Candidates among all customers that are not archived, surest first. */
    public List<Candidate> to(CustomerFields given) {
        var fields = rules.sound(given);
        var sure = sure(fields).stream();
        var alike = alike(fields.name()).stream()
                .filter(c -> key(c.name()).equals(key(fields.name())) || nearness(c, fields) >= NEARLY_THE_SAME);
        return Stream.concat(sure, alike)
                .collect(
                        Collectors.toMap(Candidate::id, c -> c, (first, second) -> first, java.util.LinkedHashMap::new))
                .values()
                .stream()
                .limit(MOST)
                .toList();
    }

    private List<Candidate> sure(CustomerFields fields) {
        return jdbc.sql("""
                select c.id, c.name, c.city, c.responsible_id, 'tax' as reason from customer c
                where c.tax_number = cast(:tax as text) and c.tax_country = :taxCountry and c.archived_at is null
                union all
                select c.id, c.name, c.city, c.responsible_id, lower(x.kind) from contact_point x
                  join customer c on c.id = x.customer_id
                where (x.kind = 'PHONE' and x.value = any(:phones) or x.kind = 'EMAIL' and x.value = any(:emails))
                  and c.archived_at is null
                limit 10""")
                .param("tax", fields.taxNumber())
                .param("taxCountry", fields.taxCountry())
                .param("phones", fields.phones().toArray(String[]::new))
                .param("emails", fields.emails().toArray(String[]::new))
                .query(Candidate.class)
                .list();
    }

    /** A trigram search by the longest word, which legal forms and order do not disturb; the rest is compared here. */
    private List<Candidate> alike(String name) {
        var words = key(name).split(" ");
        var longest = Stream.of(words)
                .max(java.util.Comparator.comparingInt(String::length))
                .orElse("");
        if (longest.length() < 3) {
            return List.of();
        }
        return jdbc.sql("""
                select c.id, c.name, c.city, c.responsible_id, 'name' as reason from customer c
                where c.search_text like :pattern and c.archived_at is null
                limit 200""")
                .param("pattern", SearchText.containing(longest.substring(0, Math.min(longest.length(), 6))))
                .query(Candidate.class)
                .list();
    }

    private static double nearness(Candidate candidate, CustomerFields fields) {
        return new JaroWinklerSimilarity().apply(key(candidate.name()), key(fields.name()));
    }

    /** The name without diacritics, punctuation and legal form. */
    static String key(String name) {
        var folded = SearchText.fold(name).replace(".", "");
        return NO_WORD.splitAsStream(folded)
                .filter(word -> !word.isEmpty() && !LEGAL_FORMS.contains(word))
                .collect(Collectors.joining(" "));
    }
}
