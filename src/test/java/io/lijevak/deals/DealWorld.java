package io.lijevak.deals;

import io.lijevak.World;
import io.lijevak.platform.Companies;
import io.lijevak.platform.CompanyFounded;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypes;
import io.lijevak.process.StageId;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The shared world with its references, and deals that tests need. */
@Component
public class DealWorld {
    private final World world;
    private final ApplicationEventPublisher events;
    private final Companies companies;
    private final DealTypes types;
    private final CreateDeal create;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    DealWorld(
            World world,
            ApplicationEventPublisher events,
            Companies companies,
            DealTypes types,
            CreateDeal create,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.world = world;
        this.events = events;
        this.companies = companies;
        this.types = types;
        this.create = create;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Empties everything and founds the company with its predefined references; gives its administrator. */
    public CurrentUser found() {
        world.reset();
        transactions.executeWithoutResult(status -> events.publishEvent(new CompanyFounded(companies.current())));
        return world.user(Role.ADMINISTRATOR);
    }

    public DealType manual() {
        return type(DealMode.MANUAL);
    }

    public DealType type(DealMode mode) {
        return types.all().stream()
                .filter(type -> type.mode() == mode)
                .findFirst()
                .orElseThrow();
    }

    public StageId stage(int place) {
        return manual().steps().get(place - 1).stage();
    }

    public DealId open(CurrentUser user) {
        return open(user, null, "1000.00");
    }

    public DealId open(CurrentUser user, @Nullable StageId stage, String amount) {
        return create.with(new NewDeal(manual().id(), stage, user.id(), terms("Press", amount)), user);
    }

    public DealTerms terms(String title, @Nullable String amount) {
        var value = amount == null ? null : new BigDecimal(amount);
        return new DealTerms(title, null, null, null, null, value, "EUR", null, List.of());
    }

    public long reason(boolean namesCompetitor) {
        return jdbc.sql("select min(id) from loss_reason where names_competitor = :names")
                .param("names", namesCompetitor)
                .query(Long.class)
                .single();
    }

    /** The visits of a deal as {@code seq stage-place OUTCOME} lines. */
    public List<String> visits(DealId deal) {
        return jdbc.sql("""
                select v.seq || ' ' || s.position || ' ' || v.outcome from stage_visit v
                join stage s on s.id = v.stage_id where deal_id = :deal order by seq""").param("deal", deal.value()).query(String.class).list();
    }
}
