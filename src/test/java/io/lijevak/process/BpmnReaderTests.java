package io.lijevak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.RouteModel.Kind;
import io.lijevak.users.Role;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files are read into our model by a list of what is known; everything else is refused by its name, never evaluated. */
class BpmnReaderTests {
    private static final BpmnNames NAMES = new BpmnNames(
            Map.of(1L, "Offer", 2L, "Contract", 3L, "Payment"),
            Map.of("sales rep", Role.SALES_REP, "sales_rep", Role.SALES_REP, "accountant", Role.ACCOUNTANT),
            Set.of(7L));
    private static final Map<String, FactType> FACTS =
            Map.of("amount", FactType.NUMBER, "source", FactType.TEXT, "known", FactType.FLAG);
    private static final String STRAIGHT = """
            <startEvent id="s"/><userTask id="a" name="Offer"/><endEvent id="e"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="a"/><sequenceFlow id="f2" sourceRef="a" targetRef="e"/>""";

    @Test
    void readsPointsChoicesBranchesPausesAndEnds() {
        var route = read("""
                <laneSet id="ls"><lane id="l1" name="Accountant"><flowNodeRef>p</flowNodeRef></lane></laneSet>
                <startEvent id="s"/><userTask id="a-1" name=" offer "/>
                <exclusiveGateway id="x" default="f3"/><endEvent id="lost" name="Lost"><terminateEventDefinition/></endEvent>
                <parallelGateway id="fork"/><userTask id="c" name="Contract" lijevak:addressee="person:7"/>
                <userTask id="p" name="Payment" lijevak:normDays="4"/>
                <parallelGateway id="join"/>
                <intermediateCatchEvent id="w"><timerEventDefinition><timeDuration>P2W</timeDuration></timerEventDefinition></intermediateCatchEvent>
                <endEvent id="won"/>
                <sequenceFlow id="f1" sourceRef="s" targetRef="a-1"/><sequenceFlow id="f2" sourceRef="a-1" targetRef="x"/>
                <sequenceFlow id="f3" sourceRef="x" targetRef="fork"/>
                <sequenceFlow id="f4" sourceRef="x" targetRef="lost"><conditionExpression>amount &lt; 100 and not source = 'Fair'</conditionExpression></sequenceFlow>
                <sequenceFlow id="f5" sourceRef="fork" targetRef="c"/><sequenceFlow id="f6" sourceRef="fork" targetRef="p"/>
                <sequenceFlow id="f7" sourceRef="c" targetRef="join"/><sequenceFlow id="f8" sourceRef="p" targetRef="join"/>
                <sequenceFlow id="f9" sourceRef="join" targetRef="w"/><sequenceFlow id="f10" sourceRef="w" targetRef="won"/>""");

        assertThat(route.node("a_1").stage()).isEqualTo(1L);
        assertThat(route.node("p").addressee()).isEqualTo("role:ACCOUNTANT");
        assertThat(route.node("p").normDays()).isEqualTo(4);
        assertThat(route.node("c").addressee()).isEqualTo("person:7");
        assertThat(route.node("w").pauseDays()).isEqualTo(14);
        assertThat(route.node("lost").kind()).isEqualTo(Kind.FAILURE);
        assertThat(route.node("fork").kind()).isEqualTo(Kind.FORK);
        assertThat(route.node("join").kind()).isEqualTo(Kind.JOIN);
        assertThat(route.stages()).containsExactly(new StageId(1), new StageId(2), new StageId(3));
    }

    @Test
    void readsAgainWhatItWroteForPeople() {
        var route = read(STRAIGHT);

        var again = BpmnReader.read(BpmnWriter.forPeople(route, "deal_type_1_v1", "Typical sale"), NAMES);

        assertThat(again).isEqualTo(route);
    }

    @Test
    void keepsTheIdentitiesOfTheEngineForTheEngine() {
        var route = read(STRAIGHT.replace("\"a\"", "\"from_a\""));

        assertThat(route.find("from_a")).isEmpty();
        assertThat(route.find("n_from_a")).isPresent();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                bad("nothing", "", "size"),
                bad("no XML", "a;b;c", "xml"),
                bad("another language", "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", "root"),
                bad("a document type", "<!DOCTYPE definitions>" + whole(STRAIGHT), "doctype"),
                bad("a bomb", """
                        <!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
                        """ + whole(STRAIGHT.replace("\"Offer\"", "\"&c;\"")), "doctype"),
                bad("an external entity", """
                        <!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                        """ + whole("<documentation>&x;</documentation>" + STRAIGHT), "doctype"),
                bad("an external document type", """
                        <!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">
                        """ + whole(STRAIGHT), "doctype"),
                bad("deep nesting", whole("<a>".repeat(60) + "</a>".repeat(60)), "size"),
                bad("two processes", two(), "process"),
                bad("a script task", whole(STRAIGHT.replace("userTask", "scriptTask")), "element", "scriptTask"),
                bad("a service task", whole(STRAIGHT + "<serviceTask id=\"t\" name=\"Call\"/>"), "element", "Call"),
                bad("a complex gateway", whole(STRAIGHT + "<complexGateway id=\"g\"/>"), "element", "complexGateway"),
                bad("an inclusive gateway", whole(STRAIGHT + "<inclusiveGateway id=\"g\"/>"), "element", "g"),
                bad("a sub-process", whole(STRAIGHT + "<subProcess id=\"sub\"/>"), "element", "sub"),
                bad("a call of another", whole(STRAIGHT + "<callActivity id=\"c\"/>"), "element", "callActivity"),
                bad("a boundary event", whole(STRAIGHT + "<boundaryEvent id=\"b\" attachedToRef=\"a\"/>"), "element"),
                bad(
                        "a message",
                        whole(STRAIGHT.replace(
                                "<startEvent id=\"s\"/>",
                                "<startEvent id=\"s\"><messageEventDefinition/></startEvent>")),
                        "inside"),
                bad(
                        "a loop of a task",
                        whole(STRAIGHT.replace(
                                "name=\"Offer\"/>", "name=\"Offer\"><multiInstanceLoopCharacteristics/></userTask>")),
                        "inside"),
                bad("a listener", whole(STRAIGHT.replace("name=\"Offer\"/>", """
                                name="Offer"><extensionElements><x:taskListener xmlns:x="http://flowable.org/bpmn" class="java.lang.Runtime"/></extensionElements></userTask>""")), "element", "taskListener"),
                bad(
                        "an expression in an attribute",
                        whole(STRAIGHT.replace("name=\"Offer\"", "name=\"Offer\" documentation=\"${environment}\"")),
                        "expression"),
                bad(
                        "an attribute that runs code",
                        whole(STRAIGHT.replace("name=\"Offer\"", """
                                name="Offer" x:delegateExpression="runtime" xmlns:x="http://flowable.org/bpmn\"""")),
                        "attribute",
                        "delegateExpression"),
                bad("an unknown stage", whole(STRAIGHT.replace("\"Offer\"", "\"Moon\"")), "stage", "Moon"),
                bad(
                        "an unknown role",
                        whole("<laneSet id=\"l\"><lane id=\"l1\" name=\"Wizard\"/></laneSet>" + STRAIGHT),
                        "role",
                        "Wizard"),
                bad(
                        "an unknown person",
                        whole(STRAIGHT.replace("name=\"Offer\"", "name=\"Offer\" lijevak:addressee=\"person:99\"")),
                        "role"),
                bad("a timer at a date", whole(STRAIGHT + """
                        <intermediateCatchEvent id="w"><timerEventDefinition><timeDate>2027-01-01</timeDate></timerEventDefinition></intermediateCatchEvent>"""), "timer"),
                bad("a flow to nowhere", whole(STRAIGHT.replace("targetRef=\"e\"", "targetRef=\"gone\"")), "dangling"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refuses(String what, String file, String key, String named) {
        var refusal = catchThrowableOfType(
                InvalidInput.class, () -> BpmnReader.read(file.getBytes(StandardCharsets.UTF_8), NAMES));

        assertThat(refusal).as(what).isNotNull();
        assertThat(refusal.problems()).extracting(FieldProblem::field).containsOnly("file");
        assertThat(refusal.problems()).extracting(FieldProblem::messageKey).anyMatch(text -> text.endsWith("." + key));
        assertThat(refusal.problems().toString()).contains(named);
    }

    static Stream<Arguments> unsound() {
        var choice = STRAIGHT.replace(
                        "<endEvent id=\"e\"/>",
                        "<exclusiveGateway id=\"x\"/><userTask id=\"b\" name=\"Contract\"/><endEvent id=\"e\"/>")
                .replace("targetRef=\"e\"", "targetRef=\"x\"");
        return Stream.of(
                unsafe(
                        "a circle",
                        choice + flow("x", "b", "amount > 1") + flow("x", "e", null) + flow("b", "a", null),
                        "cycle"),
                unsafe(
                        "an island",
                        STRAIGHT + "<userTask id=\"b\" name=\"Contract\"/>" + flow("b", "e", null),
                        "unreachable"),
                unsafe(
                        "no way otherwise",
                        choice + flow("x", "b", "amount > 1") + flow("x", "e", "amount < 1") + flow("b", "e", null),
                        "otherwise"),
                unsafe("a dead end", STRAIGHT + "<userTask id=\"b\" name=\"Contract\"/>", "oneWay"),
                unsafe("no start", STRAIGHT.replace("startEvent", "endEvent"), "start"),
                unsafe(
                        "no success",
                        STRAIGHT.replace(
                                "<endEvent id=\"e\"/>", "<endEvent id=\"e\"><errorEventDefinition/></endEvent>"),
                        "noSuccess"),
                unsafe(
                        "code in a condition",
                        choice
                                + flow("x", "b", "''.getClass().forName('java.lang.Runtime')")
                                + flow("x", "e", null)
                                + flow("b", "e", null),
                        "condition"),
                unsafe(
                        "an unknown fact",
                        choice + flow("x", "b", "password = 'x'") + flow("x", "e", null) + flow("b", "e", null),
                        "condition"),
                unsafe(
                        "a number as a text",
                        choice + flow("x", "b", "amount = 'x'") + flow("x", "e", null) + flow("b", "e", null),
                        "condition"),
                unsafe(
                        "branches that never meet",
                        """
                        <startEvent id="s"/><parallelGateway id="g"/><userTask id="a" name="Offer"/><userTask id="b" name="Contract"/><endEvent id="e"/>"""
                                + flow("s", "g", null) + flow("g", "a", null) + flow("g", "b", null)
                                + flow("a", "e", null) + flow("b", "e", null),
                        "unjoined"),
                unsafe(
                        "a join without a fork",
                        """
                        <startEvent id="s"/><userTask id="a" name="Offer"/><parallelGateway id="j"/><endEvent id="e"/>""" + flow("s", "a", null) + flow("a", "j", null) + flow("j", "e", null),
                        "unforked"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsound")
    void refusesARouteThatCouldHangOrTurnInCircles(String what, String process, String key) {
        var route = read(process);

        var refusal = catchThrowableOfType(InvalidInput.class, () -> RouteRules.check(route, FACTS, "file"));

        assertThat(refusal).as(what).isNotNull();
        assertThat(refusal.problems()).extracting(FieldProblem::messageKey).anyMatch(text -> text.endsWith("." + key));
    }

    static Stream<Arguments> conditions() {
        return Stream.of(
                Arguments.of("amount > 10", true),
                Arguments.of("amount <= 10", false),
                Arguments.of("amount != 25.5", false),
                Arguments.of("source = 'fair'", true),
                Arguments.of("source is empty", false),
                Arguments.of("not (source = 'Web' or amount < 3) and known = true", true),
                Arguments.of("known = false or amount >= 25.50", true));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void decidesConditions(String text, boolean expected) {
        var facts = Map.<String, Object>of(
                "amount", new java.math.BigDecimal("25.50"), "source", "Fair", "known", Boolean.TRUE);

        assertThat(Condition.problem(text, FACTS)).isEmpty();
        assertThat(Condition.holds(text, FACTS, facts)).isEqualTo(expected);
    }

    @Test
    void anUnknownNumberFulfilsNoComparisonAndAnUnknownTextIsEmpty() {
        assertThat(Condition.holds("amount < 5", FACTS, Map.of())).isFalse();
        assertThat(Condition.holds("amount is empty and source = ''", FACTS, Map.of()))
                .isTrue();
    }

    private static RouteModel read(String process) {
        return BpmnReader.read(whole(process).getBytes(StandardCharsets.UTF_8), NAMES);
    }

    private static String whole(String process) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:lijevak="urn:lijevak:route"><process id="p">%s</process></definitions>""".formatted(process);
    }

    private static String two() {
        return whole(STRAIGHT).replace("</process>", "</process><process id=\"q\"/>");
    }

    private static String flow(String from, String to, String condition) {
        var inner = condition == null
                ? ""
                : "<conditionExpression>" + condition.replace("<", "&lt;") + "</conditionExpression>";
        return "<sequenceFlow id=\"%s_%s\" sourceRef=\"%s\" targetRef=\"%s\">%s</sequenceFlow>"
                .formatted(from, to, from, to, inner);
    }

    private static Arguments bad(String what, String file, String key, String... named) {
        return Arguments.of(what, file, key, Arrays.stream(named).findFirst().orElse(""));
    }

    private static Arguments unsafe(String what, String process, String key) {
        return Arguments.of(what, process, key);
    }
}
