package io.lijevak.views;

import io.lijevak.platform.KeptQuestions;
import io.lijevak.platform.SearchText;
import io.lijevak.platform.Viewer;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells other modules which saved views ask for something of theirs. */
@Component
class KeptViews implements KeptQuestions {
    private final JdbcClient jdbc;

    KeptViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Kept(String name, String query, boolean open) {}

    @Override
    public Found asking(String word, Predicate<Map<String, String>> such, Viewer viewer) {
        var kept = jdbc
                .sql("""
                select name, query, owner_id = :me or audience = 'ALL' or audience = 'TEAM'
                  and team_id = (select team_id from person where id = :me) as open
                from saved_view where query like :word order by lower(name), id""")
                .param("me", viewer.id())
                .param("word", SearchText.containing(word))
                .query(Kept.class)
                .list()
                .stream()
                .filter(each -> such.test(Question.of(each.query()).parameters().toSingleValueMap()))
                .toList();
        return new Found(
                kept.stream().filter(Kept::open).map(Kept::name).toList(),
                kept.stream().filter(each -> !each.open()).count());
    }
}
