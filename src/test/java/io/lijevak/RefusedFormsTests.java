package io.lijevak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.lijevak.deals.DealWorld;
import io.lijevak.platform.web.SentForm;
import io.lijevak.process.DealMode;
import io.lijevak.users.PersonId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Every form that is refused is shown again; whoever adds one that takes being sent empty gives an example of bad input. */
@LijevakTest
class RefusedFormsTests {
    /** Once there is a company, nobody founds it again. */
    private static final Set<String> TESTED_ELSEWHERE = Set.of("/first-run");

    /** What is refused, where a form sent empty to record 1 is taken, or there is no such record. */
    private static final Map<String, String> BAD = Map.ofEntries(
            Map.entry("/customers/{id}/consents/{channel}", "/customers/1/consents/email"),
            Map.entry("/customers/{id}/fields/{field}", "/customers/1/fields/name?version=1"),
            Map.entry(
                    "/customers/{id}/properties/{key}",
                    "/customers/1/properties/workers?version=1&properties.workers=x"),
            Map.entry("/deals/{id}/assignment", "/deals/1/assignment?type=x"),
            Map.entry("/deals/{id}/results", "/deals/3/results?satisfaction=x"),
            Map.entry("/deals/{id}/return", "/deals/2/return?stage=x"),
            Map.entry(
                    "/imports/{id}/layout", "/imports/1/layout?headerRow=999&headerRows=1&delimiter=comma&encoding=x"),
            Map.entry("/processes/{key}/points/{node}", "/processes/complaint-handling/points/decide?version=1"),
            Map.entry("/settings/processes/{key}", "/settings/processes/complaint-handling?revision=1"),
            Map.entry("/settings/stages/{id}/hint", "/settings/stages/1/hint?text=" + "x".repeat(2001)),
            Map.entry("/settings/warnings/{type}", "/settings/warnings/1?days=x"),
            Map.entry("/funnel/formulas", "/funnel/formulas?name=Mean&text=won.amount+/+"),
            Map.entry("/funnel/formulas/{id}", "/funnel/formulas/1?name=Mean&text=profit&version=0"),
            Map.entry("/dashboards", "/dashboards?name="),
            Map.entry("/dashboards/{id}", "/dashboards/1?version=0"),
            Map.entry("/dashboards/{id}/tiles", "/dashboards/1/tiles?view=99"),
            Map.entry("/segments/from/{source}", "/segments/from/customers?name="),
            Map.entry("/schedules/{id}", "/schedules/1?version=0"),
            Map.entry("/views/{id}/schedules", "/views/1/schedules?rhythm=WEEKLY&weekday=9&at=07:00&pdf=true"),
            Map.entry("/views", "/views?at=/deals"),
            Map.entry("/views/{id}", "/views/1?version=0"),
            Map.entry("/tasks/{id}", "/tasks/1?version=1"),
            Map.entry("/tasks/{id}/completion", "/tasks/1/completion?nextTitle=Ring&nextDue=x"),
            Map.entry("/tasks/{id}/withdrawal", "/tasks/1/withdrawal?nextTitle=Ring&nextDue=x"),
            Map.entry(
                    "/{of:deal-types|processes}/{key}/migrations", "/processes/complaint-handling/migrations?from=x"));

    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private PersonId ana = new PersonId(0);

    @BeforeEach
    void oneRecordOfEachKind() throws Exception {
        ana = deals.found().person();
        jdbc.sql("update person set email = 'ana@galeb.example' where id = :id")
                .param("id", ana.value())
                .update();
        var type = deals.manual().id();
        var file = new MockMultipartFile("file", "kupci.csv", "text/csv", "Naziv\nUljara\n".getBytes());
        for (var made : new String[] {
            "/settings/properties?kind=customer&key=workers&name=Workers&type=NUMBER",
            "/customers?name=Uljara&kind=COMPANY&lifecycle=LEAD",
            "/customers/1/people?name=Branka",
            "/products?name=Press",
            "/products/groups?name=Presses",
            "/deals?type=" + type + "&title=Press&customer=1",
            "/tasks?title=Ring&deal=1&executor=" + ana,
            "/deals?type=" + type + "&title=Pump&customer=1&stage=" + deals.stage(2),
            "/deals?type=" + type + "&title=Mill&customer=1",
            "/deals/1/demand?wish=Press&amount=5&currency=EUR",
            "/deals/3/closure/won?amount=5",
            "/interactions?state=planned&kind=call&subject=Call&customer=1&direction=OUTGOING&importance=NORMAL"
                    + "&at=2199-01-01T10:00&people=" + ana,
            "/complaints?subject=Leak&customer=1&channel=PHONE&urgency=NORMAL",
            "/views?at=/deals&name=Mine",
            "/views/1/schedules?rhythm=WORKDAYS&at=07:00&pdf=true&recipients=" + ana,
            "/dashboards?name=Mine",
            "/segments?name=Mine",
            "/funnel/formulas?name=Mean&text=won.amount/won.count",
            "/absences?kind=VACATION&firstDay=2199-01-01&lastDay=2199-01-02&person=" + ana
        }) {
            assertThat(send(made).getRedirectedUrl()).as(made).isNotNull();
        }
        assertThat(answer(multipart("/imports").file(file).param("kind", "customers"))
                        .getRedirectedUrl())
                .isEqualTo("/imports/1/layout");
    }

    @Test
    void everyFormIsShownAgainWithWhatIsWrong() throws Exception {
        var forms = Route.all(mappings).stream()
                .filter(RefusedFormsTests::takesForm)
                .filter(route -> !TESTED_ELSEWHERE.contains(route.pattern()))
                .toList();
        var flaws = new TreeMap<String, Integer>();
        for (var route : forms) {
            var bad = BAD.get(route.pattern());
            var answer = bad == null ? answer(route.request()) : send(bad);
            if (!isShownAgain(answer)) {
                flaws.put(route.pattern(), answer.getStatus());
            }
        }

        assertThat(forms).hasSizeGreaterThan(50);
        assertThat(flaws).isEmpty();
    }

    @Test
    void aFormThatTakesAFileOrOnlyAWordIsShownAgainToo() throws Exception {
        for (var bad : new String[] {"/profile/tokens?tokenName=", "/settings/deal-types", "/profile/password"}) {
            assertThat(isShownAgain(send(bad))).as(bad).isTrue();
        }
        var notBpmn = new MockMultipartFile("file", "route.bpmn", "text/xml", "<a/>".getBytes());
        for (var address : new String[] {
            "/deal-types/" + deals.type(DealMode.AUTOMATIC).id() + "/route", "/processes/complaint-handling/route"
        }) {
            assertThat(isShownAgain(answer(multipart(address).file(notBpmn).param("version", "1"))))
                    .as(address)
                    .isTrue();
        }
    }

    @Test
    void theSecondEditorSeesWhatStandsThereNow() throws Exception {
        for (var stale : new String[] {
            "/products/1?name=Crusher&version=99",
            "/customers/1/people/1?name=Marija&version=99",
            "/deals/1/demand/1?wish=Pump&amount=6&currency=EUR&version=99"
        }) {
            var answer = send(stale);

            assertThat(answer.getStatus()).as(stale).isEqualTo(409);
            assertThat(answer.getContentAsString()).as(stale).contains("<form", "field__error");
        }
    }

    private static boolean takesForm(Route route) {
        return Stream.of(route.handler().getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == SentForm.class);
    }

    private static boolean isShownAgain(MockHttpServletResponse answer) throws Exception {
        var body = answer.getContentAsString();
        return answer.getStatus() == 422
                && body.contains("<form class=")
                && (body.contains("field__error") || body.contains("callout--danger"));
    }

    private MockHttpServletResponse send(String address) throws Exception {
        var uri = UriComponentsBuilder.fromUriString(address).build();
        var request = post(String.valueOf(uri.getPath()));
        uri.getQueryParams().forEach((name, values) -> request.param(name, String.valueOf(values.getFirst())));
        return answer(request);
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(world.signedInAs(ana))).andReturn().getResponse();
    }
}
