package io.lijevak.deals;

import io.lijevak.process.Actor;
import io.lijevak.process.Answers;
import io.lijevak.process.FactType;
import io.lijevak.process.Gate;
import io.lijevak.process.Input;
import io.lijevak.process.RouteModel;
import io.lijevak.process.Standing;
import io.lijevak.process.Subject;
import io.lijevak.process.SubjectKind;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deals as what processes are about. */
@Component
class DealSubject implements SubjectKind {
    private final JdbcClient jdbc;
    private final Deals deals;
    private final DealConditionFacts conditionFacts;
    private final FollowProcess follow;
    private final LossAnswers losses;

    DealSubject(
            JdbcClient jdbc, Deals deals, DealConditionFacts conditionFacts, FollowProcess follow, LossAnswers losses) {
        this.jdbc = jdbc;
        this.deals = deals;
        this.conditionFacts = conditionFacts;
        this.follow = follow;
        this.losses = losses;
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
        return user.can(Resource.DEAL, action, responsible(id));
    }

    @Override
    public @Nullable Long responsible(long id) {
        return deals.require(new DealId(id)).responsible();
    }

    @Override
    public @Nullable Long customersResponsible(long id) {
        return jdbc.sql("select c.responsible_id from deal d join customer c on c.id = d.customer_id where d.id = :id")
                .param("id", id)
                .query((row, number) -> (Long) row.getObject(1))
                .optional()
                .orElse(null);
    }

    @Override
    public String title(long id) {
        return deals.require(new DealId(id)).title();
    }

    @Override
    public Resource resource() {
        return Resource.DEAL;
    }

    @Override
    public Map<Long, String> titles(Collection<Long> ids) {
        var titles = new HashMap<Long, String>();
        jdbc.sql("select id, title from deal where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    titles.put(row.getLong(1), row.getString(2));
                });
        return titles;
    }

    @Override
    public String href(long id) {
        return "/deals/" + id;
    }

    @Override
    public Map<String, FactType> facts() {
        return DealConditionFacts.TYPES;
    }

    @Override
    public Map<String, Object> facts(long id) {
        return conditionFacts.of(id);
    }

    @Override
    public @Nullable Gate gate(long id) {
        var deal = deals.require(new DealId(id));
        var stage = deal.stage();
        return stage == null ? null : new Gate(Subject.deal(id), deal.type(), deal.stepsVersion(), stage);
    }

    @Override
    public void stands(long id, Standing standing) {
        follow.to(new DealId(id), standing);
    }

    @Override
    public List<Input> endInputs(boolean success, CurrentUser user) {
        return success ? List.of() : losses.inputs();
    }

    @Override
    public void ended(long id, RouteModel.Node end, Answers answers, Actor actor) {
        follow.end(new DealId(id), end.kind() == RouteModel.Kind.SUCCESS, answers, actor);
    }
}
