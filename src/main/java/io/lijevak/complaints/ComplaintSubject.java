package io.lijevak.complaints;

import io.lijevak.platform.web.Texts;
import io.lijevak.process.Actor;
import io.lijevak.process.Answers;
import io.lijevak.process.FactType;
import io.lijevak.process.Gate;
import io.lijevak.process.Input;
import io.lijevak.process.RouteModel;
import io.lijevak.process.Standing;
import io.lijevak.process.SubjectKind;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Complaints as what processes are about. */
@Component
class ComplaintSubject implements SubjectKind {
    static final String FINDING = "finding";
    private final JdbcClient jdbc;
    private final Complaints complaints;
    private final ComplaintRows rows;
    private final DecideComplaint decide;
    private final Texts texts;

    ComplaintSubject(JdbcClient jdbc, Complaints complaints, ComplaintRows rows, DecideComplaint decide, Texts texts) {
        this.jdbc = jdbc;
        this.complaints = complaints;
        this.rows = rows;
        this.decide = decide;
        this.texts = texts;
    }

    @Override
    public String name() {
        return ComplaintProcess.KIND;
    }

    @Override
    public void hold(long id) {
        rows.hold(id);
    }

    @Override
    public boolean may(long id, Action action, CurrentUser user) {
        var complaint = find(id);
        return action == Action.VIEW
                ? complaint.isSeenBy(user)
                : user.can(Resource.COMPLAINT, action, complaint.fields().responsible());
    }

    @Override
    public @Nullable Long responsible(long id) {
        return find(id).fields().responsible();
    }

    @Override
    public @Nullable Long customersResponsible(long id) {
        return find(id).names().customerOwner();
    }

    @Override
    public @Nullable Long customer(long id) {
        return find(id).names().customer().id();
    }

    @Override
    public Resource resource() {
        return Resource.COMPLAINT;
    }

    @Override
    public String seen(String column, CurrentUser user) {
        return "exists (select from complaint k join customer c on c.id = k.customer_id where k.id = " + column
                + " and " + ComplaintReach.sql(user, Action.VIEW) + ")";
    }

    @Override
    public String title(long id) {
        return find(id).fields().subject();
    }

    @Override
    public Map<Long, String> titles(Collection<Long> ids) {
        var titles = new HashMap<Long, String>();
        jdbc.sql("select id, subject from complaint where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    titles.put(row.getLong(1), row.getString(2));
                });
        return titles;
    }

    @Override
    public String href(long id) {
        return "/complaints/" + id;
    }

    @Override
    public Map<String, FactType> facts() {
        return Map.of(
                FINDING,
                FactType.TEXT,
                "urgency",
                FactType.TEXT,
                "channel",
                FactType.TEXT,
                "customer",
                FactType.TEXT,
                "deal",
                FactType.TEXT,
                "compensation",
                FactType.TEXT,
                "responsible",
                FactType.TEXT);
    }

    @Override
    public Map<String, Object> facts(long id) {
        var one = find(id);
        var facts = new HashMap<String, Object>();
        facts.put("urgency", one.fields().urgency().word());
        facts.put("channel", one.fields().channel().word());
        facts.put("customer", one.names().customer().name());
        put(
                facts,
                FINDING,
                one.course().finding() == null ? null : one.course().finding().word());
        put(
                facts,
                "deal",
                one.names().deal() == null ? null : one.names().deal().name());
        put(facts, "compensation", one.course().compensation());
        put(facts, "responsible", one.names().responsible());
        return facts;
    }

    @Override
    public @Nullable Gate gate(long id) {
        return null;
    }

    @Override
    public Set<String> decisions() {
        return Set.of(FINDING);
    }

    @Override
    public List<Input> questions(Set<String> decisions, CurrentUser user) {
        var choices = Stream.of(Finding.values())
                .map(finding -> new Input.Choice(
                        finding.word(), texts.get(user.language(), "complaints.finding." + finding.word())))
                .toList();
        return List.of(
                new Input(FINDING, "complaints.field.finding", false, Input.Type.CHOICE, choices, null),
                new Input("reasons", "complaints.field.reasons", false, Input.Type.LONG_TEXT, List.of(), null),
                new Input("compensation", "complaints.field.compensation", false, Input.Type.TEXT, List.of(), null));
    }

    @Override
    public void decide(long id, Set<String> decisions, Answers answers, Actor actor) {
        decide.as(new ComplaintId(id), answers.given(), actor.user());
    }

    @Override
    public void stands(long id, Standing standing) {
        // Its process has no stages; where it waits is read from the points.
    }

    @Override
    public List<Input> endInputs(boolean success, CurrentUser user) {
        return List.of();
    }

    @Override
    public void ended(long id, RouteModel.Node end, Answers answers, Actor actor) {
        decide.ended(new ComplaintId(id), end.name(), actor);
    }

    private Complaint find(long id) {
        return complaints.find(new ComplaintId(id));
    }

    private static void put(Map<String, Object> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
