package io.lijevak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.lijevak.operations.Founding;
import io.lijevak.operations.Founding.Administrator;
import io.lijevak.operations.Founding.Beginning;
import io.lijevak.operations.SetUpCompany;
import io.lijevak.platform.Companies;
import io.lijevak.platform.Company;
import io.lijevak.users.PersonId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A page asks the database a fixed number of questions, however much the company holds, and for what it shows. */
@LijevakTest
class StatementBudgetTests {
    /** The statement of a page that reads the choices of its filters: it is counted apart from records and figures. */
    private static final Pattern CHOICES = Pattern.compile("union all\\s+select 'category', id, name");

    private static @Nullable PersonId administrator;

    @Autowired
    World world;

    @Autowired
    SetUpCompany setUp;

    @Autowired
    Companies companies;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    /** Once for all: what a few of the tests add changes no budget. */
    @BeforeEach
    void openTheDemoCompany() {
        if (administrator != null) {
            return;
        }
        world.reset();
        jdbc.sql("delete from company").update();
        companies.forget();
        var company = new Company("Galeb d.o.o.", "hr", "HR", "EUR", ZoneId.of("Europe/Zagreb"));
        var founder = new Administrator("Ana Anić", "ana@galeb.example", "Plavi-Galeb-Leti-7");
        administrator = setUp.with(new Founding(company, founder, Beginning.DEMO));
    }

    @Test
    void customerList() throws Exception {
        expect(8, 60, get("/customers"));
        expect(8, 60, get("/customers?q=galeb"));
        expect(6, 60, get("/segments"));
        expect(6, 60, get("/segments/1"));
    }

    @Test
    void customerCard() throws Exception {
        expect(12, 60, get("/customers/" + busiestCustomer()));
    }

    @Test
    void dealList() throws Exception {
        expect(8, 60, get("/deals"));
        expect(8, 60, get("/deals/documents"));
    }

    @Test
    void dealBoard() throws Exception {
        expect(5, 200, get("/deals/board"));
    }

    @Test
    void dealCard() throws Exception {
        expect(12, 60, get("/deals/" + openDeal()));
    }

    @Test
    void tasksAndCalendar() throws Exception {
        expect(8, 60, get("/tasks"));
        expect(8, 60, get("/tasks?whose=team"));
        expect(8, 400, get("/calendar?whose=team"));
    }

    @Test
    void dealCardThatAProcessLeads() throws Exception {
        var led = jdbc.sql(
                        "select subject_id from process_run where subject_kind = 'deal' and ended_at is null limit 1")
                .query(Long.class)
                .single();

        expect(12, 60, get("/deals/" + led));
        expect(10, 60, get("/process/runs/deal/" + led));
    }

    @Test
    void complaints() throws Exception {
        var open = jdbc.sql("select id from complaint where closed_at is null limit 1")
                .query(Long.class)
                .single();

        expect(8, 60, get("/complaints?state=open"));
        expect(8, 60, get("/complaints/" + open));
        expect(10, 60, get("/process/runs/complaint/" + open));
    }

    @Test
    void processReport() throws Exception {
        expect(8, 120, get("/processes"));
        expect(8, 120, get("/processes/runs?process=complaint-handling"));
        expect(8, 120, get("/processes/arrivals?process=complaint-handling"));
    }

    @Test
    void funnel() throws Exception {
        awaitColumns();
        expect(4, 60, get("/funnel?view=closed&potential=entry"));
        expect(4, 60, get("/funnel?view=active"));
        expect(4, 60, get("/funnel/matrix?view=closed&rows=team,owner&columns=stage&measures=won,median-days"));
        expect(4, 2000, get("/funnel?view=closed&rule=cohort&dealType=1"));
        expect(12, 2000, get("/funnel/bottlenecks?dealType=1"));
        // a comparison asks the same of another period
        expect(8, 60, get("/funnel?view=closed&compare=previous"));
        expect(8, 200, get("/funnel/difference?view=closed"));
        expect(6, 60, get("/funnel/passport?cell=dealType:1,figure:won,rule:closed,view:closed"));
        expect(14, 2000, get("/funnel/bottlenecks/passport?dealType=1&stage=1&number=excess"));
        expect(12, 120, get("/overview/passport?number=stuck"));
        expect(12, 120, get("/overview"));
    }

    /**
     * After so much was loaded the columns in memory are read anew, and until then the database answers: it gives
     * durations as a histogram in tenths of a day.
     */
    private void awaitColumns() throws Exception {
        var deadline = Instant.now().plusSeconds(30);
        var status = 0;
        do {
            status = mvc.perform(get("/api/v1/funnel/matrix?view=closed&engine=columns")
                            .with(world.bearer(administrator)))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } while (status != 200 && Instant.now().isBefore(deadline));
        assertThat(status).as("columns are loaded").isEqualTo(200);
    }

    @Test
    void reportsOnPeople() throws Exception {
        awaitColumns();
        expect(8, 120, get("/reports/people"));
        expect(8, 120, get("/reports/people/stages"));
        expect(8, 600, get("/reports/people/effort"));
        expect(8, 2000, get("/reports/people/fair"));
        expect(8, 120, get("/reports/people/customers"));
        expect(8, 120, get("/reports/cold?view=closed"));
        expect(8, 400, get("/visits"));
    }

    /** With the deals that a number is of, and how many each condition keeps out. */
    @Test
    void passportsOfCalculatedNumbersForPrograms() throws Exception {
        awaitColumns();
        var seller = jdbc.sql("""
                select '&dealType=' || type_id || '&person=' || responsible_id from deal where outcome = 'WON'
                group by type_id, responsible_id order by count(*) desc limit 1""").query(String.class).single();
        var program = world.bearer(administrator);

        expect(9, 60, get("/api/v1/funnel/bottlenecks/passport?dealType=1&stage=1&number=loss"), program);
        expect(9, 60, get("/api/v1/reports/people/passport?report=league&number=value&of=winRate" + seller), program);
    }

    @Test
    void movingADeal() throws Exception {
        var deal = openDeal();
        var next = jdbc.sql("""
                select n.stage_id from deal d
                join deal_type_step s on s.deal_type_id = d.type_id and s.steps_version = d.steps_version
                  and s.stage_id = d.stage_id
                join deal_type_step n on n.deal_type_id = d.type_id and n.steps_version = d.steps_version
                  and n.position > s.position
                where d.id = :id order by n.position limit 1""").param("id", deal).query(String.class).single();

        expect(10, 60, post("/deals/" + deal + "/moves").param("stage", next));
    }

    @Test
    void creatingADeal() throws Exception {
        var type = jdbc.sql("select id from deal_type where mode = 'MANUAL' order by position limit 1")
                .query(String.class)
                .single();

        expect(
                10,
                60,
                post("/deals").param("title", "Ponuda").param("type", type).param("currency", "EUR"));
    }

    @Test
    void creatingADealThatAProcessLeads() throws Exception {
        expect(35, 60, create(led(), "Prva"));
    }

    @Test
    void movingADealThatAProcessLeads() throws Exception {
        var asAdministrator = world.signedInAs(administrator);
        ask(create(led(), "Prva"), asAdministrator);
        var point = jdbc.sql("select max(id) from process_point where left_at is null")
                .query(Long.class)
                .single();

        expect(
                49,
                60,
                post("/process/points/" + point + "/completion")
                        .param("override", "true")
                        .param("overrideReason", "Poznat"));
    }

    private String led() {
        return jdbc.sql("select id from deal_type where mode = 'AUTOMATIC' and use_allowed order by position limit 1")
                .query(String.class)
                .single();
    }

    private static MockHttpServletRequestBuilder create(String type, String title) {
        return post("/deals").param("title", title).param("type", type).param("currency", "EUR");
    }

    private void expect(int statements, int rows, MockHttpServletRequestBuilder request) throws Exception {
        expect(statements, rows, request, world.signedInAs(administrator));
    }

    private void expect(int statements, int rows, MockHttpServletRequestBuilder request, RequestPostProcessor by)
            throws Exception {
        ask(get("/customers"), world.signedInAs(administrator));
        var counted = StatementCounter.count(() -> ask(request, by));

        assertThat(counted).as("at most %d statements", statements).hasSizeLessThanOrEqualTo(statements);
        assertThat(counted)
                .as("at most %d rows a statement", rows)
                .filteredOn(statement -> !readsChoices(statement))
                .allMatch(statement -> statement.rows() <= rows);
        assertThat(counted)
                .as("each choice once, all of which the page shows")
                .filteredOn(StatementBudgetTests::readsChoices)
                .hasSizeLessThanOrEqualTo(1)
                .allMatch(statement -> statement.rows() <= choices());
    }

    private static boolean readsChoices(StatementCounter.Counted statement) {
        return CHOICES.matcher(statement.sql()).find();
    }

    /** Everything that a filter can offer: people, teams, sources, categories, product groups, types, steps, stages; what is known of them. */
    private int choices() {
        return jdbc.sql("""
                select (select count(*) from person) + (select count(*) from team) + (select count(*) from customer_source)
                  + (select count(*) from customer_category) + (select count(*) from product_group)
                  + (select count(*) from deal_type) + (select count(*) from stage) + (select count(*) from loss_reason) + (select count(*) from competitor)
                  + (select count(*) from stage_statistic)
                  + (select count(*) from deal_type t join deal_type_step s
                       on s.deal_type_id = t.id and s.steps_version = t.steps_version)""").query(Integer.class).single();
    }

    private Object ask(MockHttpServletRequestBuilder request, RequestPostProcessor by) throws Exception {
        var response = mvc.perform(request.with(by)).andReturn().getResponse();
        assertThat(response.getStatus()).isLessThan(400);
        return response;
    }

    private long openDeal() {
        return jdbc.sql("""
                select d.id from deal d
                join deal_type_step s on s.deal_type_id = d.type_id and s.steps_version = d.steps_version
                  and s.stage_id = d.stage_id
                join deal_type t on t.id = d.type_id and t.mode = 'MANUAL'
                where d.outcome = 'OPEN' and s.position = 1 limit 1""").query(Long.class).single();
    }

    private long busiestCustomer() {
        return jdbc.sql("select customer_id from deal group by 1 order by count(*) desc limit 1")
                .query(Long.class)
                .single();
    }
}
