package io.lijevak.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import io.lijevak.operations.Founding.Beginning;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page in every language, theme and width: translated, within the window, nothing cut off, easy to hit, and bearing
 * names as long as people make them. A page is loaded once in each language and turned: half of them light at the desk and
 * dark on the phone, the others the other way round, for a theme moves nothing; in English axe-core is asked too, at the
 * desk all its rules. {@code -Daxe=all} asks it for all pages in all twelve looks, {@code -Dlooks=ru-dark} takes the looks
 * whose name begins so and a picture of each page.
 */
@Journey
class LooksTests {
    /** Table whose first row stands for the variable in the address. */
    private static final Map<String, String> RECORDS = Map.ofEntries(
            Map.entry("customers", "customer"),
            Map.entry("deals", "deal"),
            Map.entry("actions", "deal_action"),
            Map.entry("products", "product"),
            Map.entry("people", "person"),
            Map.entry("teams", "team"),
            Map.entry("stages", "stage"),
            Map.entry("deal-types", "deal_type"),
            Map.entry("imports", "import"),
            Map.entry("interactions", "interaction"),
            Map.entry("complaints", "complaint"),
            Map.entry("tasks", "task"),
            Map.entry("absences", "absence"),
            Map.entry("properties", "property"),
            Map.entry("segments", "segment"),
            Map.entry("views", "saved_view"),
            Map.entry("schedules", "view_schedule"),
            Map.entry("formulas", "funnel_formula"),
            Map.entry("dashboards", "dashboard"),
            Map.entry("of-customer", "customer"),
            Map.entry("of-deal", "deal"));

    /** What stands for the address of a page whose variables one row alone does not fill. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry(
                    "/process/points/{id}",
                    "select '/process/points/' || min(id) from process_point where left_at is null and kind = 'POINT'"),
            Map.entry(
                    "/process/points/{id}/completion",
                    "select '/process/points/' || max(id) || '/completion' from process_point where kind = 'POINT'"),
            Map.entry(
                    "/process/runs/{kind}/{id}",
                    "select '/process/runs/' || subject_kind || '/' || subject_id from process_run order by id limit 1"),
            Map.entry(
                    "/settings/deal-types/{id}/steps/{stage}",
                    "select '/settings/deal-types/' || deal_type_id || '/steps/' || stage_id from deal_type_step limit 1"),
            Map.entry(
                    "/customers/{id}/fields/{field}",
                    "select '/customers/' || min(id) || '/fields/name' from customer"),
            Map.entry(
                    "/customers/{id}/people/{person}",
                    "select '/customers/' || customer_id || '/people/' || id from contact_person order by id limit 1"),
            Map.entry(
                    "/customers/{id}/consents/{channel}",
                    "select '/customers/' || min(id) || '/consents/email' from customer"),
            Map.entry(
                    "/deals/{id}/demand/{line}",
                    "select '/deals/' || deal_id || '/demand/' || id from deal_demand order by id limit 1"),
            Map.entry("/segments/from/{source}", "select '/segments/from/deals'"),
            Map.entry("/settings/processes/{key}", "select '/settings/processes/' || min(key) from record_process"),
            Map.entry(
                    "/interactions/{id}/result",
                    "select '/interactions/' || min(id) || '/result' from interaction where state = 'PLANNED'"),
            Map.entry(
                    "/interactions/{id}/postponement",
                    "select '/interactions/' || min(id) || '/postponement' from interaction where state = 'PLANNED'"),
            Map.entry(
                    "/processes/{key}/map",
                    "select '/processes/' || process || '/map' from route where deal_type_id is null limit 1"),
            Map.entry(
                    "/processes/{key}/points/{node}",
                    "select '/processes/' || o.process || '/points/' || p.node from process_point p"
                            + " join process_run r on r.id = p.run_id join route o on o.id = r.route_id"
                            + " where o.deal_type_id is null and p.kind = 'POINT' limit 1"),
            Map.entry(
                    "/process/instructions/{kind}/{id}",
                    "select '/process/instructions/deal/' || min(d.id) from deal d join deal_type_step s"
                            + " on (s.deal_type_id, s.steps_version, s.stage_id) = (d.type_id, d.steps_version, d.stage_id)"
                            + " where s.instruction is not null"),
            Map.entry(
                    "/process/instructions/{kind}/{id}/card",
                    "select '/process/instructions/deal/' || min(subject_id) || '/card' from process_run where subject_kind = 'deal'"),
            Map.entry(
                    "/deal-types/{id}/versions/{version}",
                    "select '/deal-types/' || min(id) || '/versions/1' from deal_type"),
            Map.entry("/files/of/{kind}/{id}", "select '/files/of/deal/' || min(id) from deal"),
            Map.entry("/files/of/{kind}/{id}/new", "select '/files/of/deal/' || min(id) || '/new' from deal"),
            Map.entry(
                    "/customers/{id}/properties/{key}",
                    "select '/customers/' || min(id) || '/properties/region' from customer"),
            Map.entry("/deals/{id}/properties/{key}", "select '/deals/' || min(id) || '/properties/depth' from deal"),
            Map.entry("/filters/{list}", "select '/filters/customers?field=property.region'"),
            Map.entry(
                    "/filters/{list}/tree",
                    "select '/filters/deals/tree?where=any(title=' || repeat('x', 72)"
                            + " || ';none(customer.city=Split;all(potential=x)))'"),
            Map.entry("/filters/{list}/condition", "select '/filters/deals/condition?field=customer.property.region'"),
            Map.entry("/views/menu", "select '/views/menu?at=/deals'"),
            Map.entry("/views/new", "select '/views/new?at=/funnel'"),
            Map.entry("/one-click/{token}", "select '/one-click/' || min(token) from view_recipient"),
            Map.entry("/invitation/{secret}", "select '/invitation/unknown'"));

    private static final String LIST = """
            Naziv;OIB;Telefon;E-pošta;Grad
            Čakovečki mlinovi d.d.;;040 375 555;ured@mlinovi.example;Čakovec
            Čakovečki mlinovi d.d.;;040 375 555;ured@mlinovi.example;Čakovec
            Ribarska zadruga svetoga Nikole i prijatelja mora s ograničenom odgovornošću;12345678900;abc;nije-adresa;Komiža
            """;
    /** Addresses that lead nowhere, for what is shown then. */
    private static final Set<String> LOST = Set.of("/no-such-page", "/invitation/unknown");

    private static final String SCROLLING = "scrollable-region-focusable";
    private static final String CONTRAST = "color-contrast";

    /** Rows and items that a page has more of: axe-core looks at those before them. */
    private static final String REPEATED = "tr:nth-child(n+13), li:nth-child(n+13)";

    private static final LocalDate A_PAST_DAY = LocalDate.now().minusDays(60);
    private static final List<String> OVERLAYS = List.of("Control+k", "?");
    private static Office office;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void openTheDemoCompanyOnce() {
        if (office == null) {
            office = Office.open(context, Beginning.DEMO);
            office.jdbc().sql("""
                    with added as (
                      insert into property (kind, key, type, name, section)
                      values ('CUSTOMER', 'region', 'LIST', 'Regija', 'Tržište'), ('DEAL', 'depth', 'NUMBER', 'Gaz', null)
                      returning id, type)
                    insert into property_choice (property_id, name)
                    select id, unnest(array['Sjever', 'Jug']) from added where type = 'LIST'""").update();
            office.jdbc().sql("""
                    insert into saved_view (page, name, search_text, query, days, owner_id, audience)
                    select page, 'Moji', 'moji', 'q=a', 'FIXED', (select min(id) from person where email is not null), 'ALL'
                    from unnest(array['/deals', '/funnel']) page""").update();
            office.jdbc().sql("""
                    with planned as (
                      insert into view_schedule (view_id, owner_id, rhythm, day, at, pdf, xlsx, next_due)
                      select min(id), min(owner_id), 'MONTHLY', 31, '07:00', true, true, now() + interval '3 days'
                      from saved_view returning id, owner_id),
                    recipient as (
                      insert into view_recipient (schedule_id, person_id, token)
                      select planned.id, p.id, 'AbCdEf' || p.id from planned, person p),
                    edition as (
                      insert into view_edition (schedule_id, due_at, skipped)
                      select id, now() - interval '1 day', 2 from planned returning id)
                    insert into view_delivery (edition_id, person_id, state, reason, words, next_try, done_at)
                    select edition.id, p.id, (array['SENT', 'REFUSED', 'LEFT_OUT'])[1 + p.id % 3],
                      case when p.id % 3 = 2 then 'NO_RIGHT' end, case when p.id % 3 = 1 then '550 5.1.1 No mailbox' end,
                      now(), now()
                    from edition, person p""").update();
            office.jdbc().sql("""
                    with made as (
                      insert into dashboard (name, search_text, owner_id, audience)
                      select 'Jutro', 'jutro', min(id), 'ALL' from person where email is not null returning id)
                    insert into dashboard_tile (dashboard_id, view_id, position)
                    select made.id, v.id, v.id from made, saved_view v""").update();
            office.jdbc().sql("""
                    insert into funnel_formula (name, text, format, owner_id)
                    select 'Po poslu', 'if(won.count > 0, won.amount / won.count, 0)', 'AMOUNT', min(id) from person
                    where email is not null""").update();
            try (var ana = office.administrator(Look.DESK)) {
                upload(ana);
                upload(ana).page().locator("button[name=then][value=check]").click();
                ana.page().locator("form[action$='/run'] button").waitFor();
                upload(ana).page().locator("button[name=then][value=check]").click();
                ana.page().locator("form[action$='/run'] button").click();
                ana.page().locator("form[action$='/undo'] button").waitFor();
            }
            office.jdbc().sql("""
                    insert into deal_action (kind, person_id, list, target_id, started_at, ended_at)
                    select 'ASSIGN', min(id), '/deals', max(id), now(), now() from person where email is not null""").update();
            office.jdbc().sql("""
                    insert into deal_action_row (action_id, deal_id, outcome)
                    select 1, id, (array['DONE', 'CLOSED', 'NOT_ALLOWED', 'CHANGED'])[1 + id % 4] from deal limit 40""").update();
            office.jdbc()
                    .sql("insert into visited_site (id, key) values (1, 'AbCdEfGhIjKlMnOp')")
                    .update();
            office.jdbc().sql("""
                    insert into site_visit
                    select current_date - n, repeat('oglas', 15) || n % 4, '/' || repeat('stranica', 15) || n % 5, n * 7
                    from generate_series(0, 60) n""").update();
            office.jdbc().sql("""
                    insert into attachment (subject_kind, subject_id, kind, name, media_type, size, hash, attached_by, attached_at)
                    select 'deal', d.id, (array['OFFER', 'SIGNED_CONTRACT', 'DELIVERY_NOTE'])[1 + d.id % 3],
                      repeat('otpremnica', 7) || '.pdf', 'application/pdf', 1, repeat('a', 64), d.responsible_id, now()
                    from deal d limit 60""").update();
            LongNames.give(office.jdbc());
        }
    }

    static Stream<List<Look>> looks() {
        return Look.chosen();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void everyPageIsFitToBeUsed(List<Look> looks) {
        var flaws = new TreeSet<String>();
        RECORDS.values().stream()
                .filter(table -> office.first(table) == 0)
                .forEach(table -> flaws.add("the demo company has no " + table));
        try (var visitor = office.administrator(looks.getFirst())) {
            for (var path : pages(flaws)) {
                visitor.open(path);
                if (visitor.isLost() && !LOST.contains(path)) {
                    flaws.add(path + ": not found");
                }
                if (visitor.isPage()) {
                    judge(visitor, looks, path, flaws);
                }
            }
            for (var key : OVERLAYS) {
                visitor.open("/people").page().keyboard().press(key);
                visitor.page().locator("dialog[open]").waitFor();
                judge(visitor, looks, "/key-" + key, flaws);
            }
        }
        try (var stranger = office.stranger(looks.getFirst())) {
            judge(stranger.open("/sign-in?lang=" + looks.getFirst().language()), looks, "/sign-in", flaws);
        }

        assertThat(flaws).isEmpty();
    }

    /** Asks the page in its looks; the next page is loaded in the width that was the last, for a turn takes time. */
    private static void judge(Visitor visitor, List<Look> looks, String path, TreeSet<String> flaws) {
        var before = visitor.look();
        for (var look : looks.stream()
                .filter(look -> isAsked(look, path))
                .sorted(Comparator.comparing(look -> look.width() != before.width()))
                .toList()) {
            visitor.turn(look);
            visitor.flaws().forEach(flaw -> flaws.add(path + " " + look + ": " + flaw));
            if (asksAll()) {
                visitor.barriers("html", "", List.of()).forEach(flaw -> flaws.add(path + " " + look + ": " + flaw));
            } else if (look.language().equals("en")) {
                visitor.barriers(part(path), REPEATED, rules(look, path))
                        .forEach(flaw -> flaws.add(path + " " + look + ": " + flaw));
            }
            if (Look.areNamed()) {
                visitor.screenshot(look + path.replaceAll("[/?&=]+", "_"));
            }
        }
    }

    /** At the desk all; on the phone what its width may break, and with one page of eight what its theme may. */
    private static List<String> rules(Look look, String path) {
        return !look.isPhone()
                ? List.of()
                : path.hashCode() % 8 == 0 ? List.of(SCROLLING, CONTRAST) : List.of(SCROLLING);
    }

    /** Navigation, head and dialogs of the frame are the same on every page: they are asked with one page of eight. */
    private static String part(String path) {
        return path.split("/").length > 2 && path.hashCode() % 8 != 0 ? "main" : "html";
    }

    private static boolean isAsked(Look look, String path) {
        var isEven = path.hashCode() % 2 == 0;
        return Look.areNamed() || asksAll() || isEven == (look.dark() == look.isPhone());
    }

    private static boolean asksAll() {
        return System.getProperty("axe", "").equals("all");
    }

    private List<String> pages(TreeSet<String> flaws) {
        var paths = new TreeSet<String>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(route -> {
                    var methods = route.getMethodsCondition().getMethods();
                    if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                        paths.addAll(route.getPatternValues());
                    }
                });
        paths.removeIf(
                path -> path.startsWith("/api/")
                        || path.matches(
                                ".*\\.(csv|xlsx|json|yaml|bpmn|\\{ending:.*)|/error|/first-run|/sign-in|/live|/files/\\{id}|.*/(events|export|errors|content).*|.*\\*.*"));
        var further = Stream.of(
                "/funnel?view=closed",
                "/funnel?view=closed&palette=seed&counting=built-up",
                "/funnel?view=closed&rule=cohort&compare=previous",
                "/funnel?view=active&probability=own&compare=last-year",
                "/funnel/matrix?view=closed&measures=formula-1,won",
                "/funnel?view=closed&asOf=" + A_PAST_DAY,
                "/funnel/matrix?known=then&asOf=" + A_PAST_DAY,
                "/deals?known=then&asOf=" + A_PAST_DAY,
                "/deals/board?asOf=" + A_PAST_DAY,
                "/worklist?asOf=" + A_PAST_DAY,
                "/overview?asOf=" + A_PAST_DAY,
                "/funnel/passport?cell=figure:decided,rule:closed,view:closed&deal=a&recount=true",
                "/overview?numbers=passport",
                "/overview/passport?number=stuck&recount=true&asOf=" + A_PAST_DAY,
                "/funnel/bottlenecks?numbers=passport",
                "/funnel/bottlenecks/passport?number=excess&recount=true&stage=" + stage(),
                "/reports/people/passport?report=league&number=score&recount=true&person=" + seller(),
                "/reports/people/passport?report=fair&number=expected&person=" + seller(),
                "/imports/" + (office.first("import") + 1),
                "/imports/" + (office.first("import") + 2),
                "/processes/complaint-handling/map",
                "/processes/complaint-handling/points/decide",
                "/process/runs/complaint/" + office.first("complaint"),
                "/no-such-page");
        return Stream.concat(
                        paths.stream().flatMap(LooksTests::choices).flatMap(path -> place(path, flaws).stream()),
                        further)
                .toList();
    }

    /** The deal type that the reports choose by themselves. */
    private static final String BUSIEST = """
            (select type_id from deal where outcome <> 'OPEN' and closed_at > now() - interval '11 months'
             group by 1 order by count(*) desc limit 1)""";

    /** Who closed most of its deals. */
    private static String seller() {
        return first(
                "select responsible_id from deal where outcome <> 'OPEN' and closed_at > now() - interval '11 months' and type_id = "
                        + BUSIEST + " group by 1 order by count(*) desc limit 1",
                "1");
    }

    private static String stage() {
        return first(
                "select stage_id from deal_type_step where deal_type_id = " + BUSIEST + " order by position limit 1",
                "1");
    }

    /** An address for each word that a variable may be. */
    private static Stream<String> choices(String path) {
        var choice = Pattern.compile("\\{\\w+:([\\w|-]+)}").matcher(path);
        return choice.find()
                ? Stream.of(choice.group(1).split("\\|"))
                        .map(word -> choice.replaceFirst(word))
                        .flatMap(LooksTests::choices)
                : Stream.of(path);
    }

    /** The address of a record that there is; a page that no record is known for would go unseen. */
    private Optional<String> place(String path, TreeSet<String> flaws) {
        var known = PLACES.get(path);
        if (known == null && !path.contains("{")) {
            return Optional.of(path);
        }
        var place = known == null ? withRecord(path) : first(known, path);
        if (place.contains("{")) {
            flaws.add(path + ": tell in RECORDS or PLACES what stands for its variables");
            return Optional.empty();
        }
        return Optional.of(place);
    }

    /** The first row of the query, the other word when there is none or nothing in it. */
    private static String first(String sql, String otherwise) {
        return office.jdbc().sql(sql).query((row, number) -> Optional.ofNullable(row.getString(1))).list().stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(otherwise);
    }

    private String withRecord(String path) {
        return RECORDS.entrySet().stream()
                .filter(record -> path.matches("(/[\\w-]+)*/" + record.getKey() + "/\\{[^{}]+}[^{}]*"))
                .findFirst()
                .map(record -> path.replaceFirst("\\{[^}]+}", String.valueOf(office.first(record.getValue()))))
                .orElse(path);
    }

    /** A short list of customers with rows of each fate, as far as the choice of its columns. */
    private static Visitor upload(Visitor visitor) {
        var page = visitor.open("/imports/new").page();
        page.locator("[name=kind][value=customers]").check();
        page.locator("[name=file]")
                .setInputFiles(new FilePayload("kupci.csv", "text/csv", LIST.getBytes(StandardCharsets.UTF_8)));
        page.locator("main form .btn--primary").click();
        page.waitForURL(Pattern.compile(".*/imports/\\d+.*"));
        if (page.locator("button[name=then][value=mapping]").count() > 0) {
            page.locator("button[name=then][value=mapping]").click();
        }
        page.locator("button[name=then][value=check]").waitFor();
        return visitor;
    }
}
