package io.lijevak.deals;

import io.lijevak.process.Subject;
import io.lijevak.process.SubjectKind;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deals as what processes are about. */
@Component
class DealSubject implements SubjectKind {
    private final JdbcClient jdbc;
    private final Deals deals;

    DealSubject(JdbcClient jdbc, Deals deals) {
        this.jdbc = jdbc;
        this.deals = deals;
    }

    @Override
    public String name() {
        return Subject.DEAL;
    }

    @Override
    public void hold(long id) {
        jdbc.sql("select id from deal where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    @Override
    public boolean may(long id, Action action, CurrentUser user) {
        return user.can(Resource.DEAL, action, deals.require(new DealId(id)).responsible());
    }

    @Override
    public @Nullable Long responsible(long id) {
        return deals.require(new DealId(id)).responsible();
    }
}
