package io.lijevak;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

/** The rules of STYLE.md that a compiler does not know. */
@AnalyzeClasses(packages = "io.lijevak", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    private static final Pattern FORBIDDEN_NAME = Pattern.compile(
            "(Abstract|Base)\\p{Lu}.*|.*(Impl|Manager|Helpers?|Utils?|Processor|Handler|Dto|DTO|Info|Data)");

    @ArchTest
    static final ArchRule webIsTheEdgeOfItsModule = classes()
            .that()
            .resideInAPackage("io.lijevak.*.web")
            .and()
            .resideOutsideOfPackage("io.lijevak.platform.web")
            .should(beUsedInTheirOwnPackageOnly())
            .because("pages and API sit on top: move what others need to the root of the module");

    @ArchTest
    static final ArchRule modulesHaveNoOtherSubPackage = classes()
            .should()
            .resideInAnyPackage("io.lijevak", "io.lijevak.*", "io.lijevak.*.web")
            .because("a module is flat: its root, and `web`");

    @ArchTest
    static final ArchRule controllersArePackagePrivate = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .resideInAnyPackage("io.lijevak.*.web")
            .because("nobody calls a controller but the dispatcher");

    @ArchTest
    static final ArchRule controllersDoNotOpenTransactions = methods()
            .that()
            .areDeclaredInClassesThat()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .notBeAnnotatedWith(Transactional.class)
            .because("the use case is the transaction");

    @ArchTest
    static final ArchRule dependenciesComeThroughTheConstructor = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .because("a class shows what it needs in its one constructor");

    @ArchTest
    static final ArchRule beansKeepNothingThatChangesBetweenRequests = fields().that()
            .areDeclaredInClassesThat()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .beFinal()
            .because("one controller serves all requests at once");

    @ArchTest
    static final ArchRule beansNeedAtMostFiveOthers = classes()
            .that()
            .areMetaAnnotatedWith(Component.class)
            .and()
            .areNotRecords()
            .should(haveConstructorsOfAtMost(5))
            .because("a class with more collaborators does two jobs: cut it in two");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = classes()
            .that(are(ours()))
            .should(notBeNamed(FORBIDDEN_NAME))
            .because("such a name says how a class is built, not what it is for (STYLE.md, Naming)");

    @ArchTest
    static final ArchRule nothingIsReadFromSerializedObjects = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .because("it runs code");

    @ArchTest
    static final ArchRule datesAreOfJavaTime = noClasses()
            .should()
            .dependOnClassesThat(are(describe("of the old date classes", ArchitectureTests::isOldDate)))
            .because("java.util.Date and its family have no zone and no meaning: use java.time");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .because("tests set the injected java.time.Clock");

    @ArchTest
    static final ArchRule nothingPrintsToTheConsole = noClasses()
            .should()
            .callMethod(Throwable.class, "printStackTrace")
            .because("the log carries the request id");

    private static boolean isOldDate(JavaClass type) {
        return type.isEquivalentTo(java.util.Date.class)
                || type.isAssignableTo(java.util.Calendar.class)
                || type.isAssignableTo(java.text.DateFormat.class);
    }

    private static DescribedPredicate<JavaClass> ours() {
        return describe(
                "ours",
                type -> !type.isAnonymousClass() && !type.getSimpleName().isEmpty());
    }

    private static ArchCondition<JavaClass> notBeNamed(Pattern forbidden) {
        return new ArchCondition<>("not be named " + forbidden) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (forbidden.matcher(type.getSimpleName()).matches()) {
                    events.add(SimpleConditionEvent.violated(type, type.getName()));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> beUsedInTheirOwnPackageOnly() {
        return new ArchCondition<>("be used in their own package only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesToSelf().stream()
                        .filter(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> haveConstructorsOfAtMost(int parameters) {
        return new ArchCondition<>("have at most " + parameters + " constructor parameters") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getConstructors().stream()
                        .filter(constructor -> !constructor.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(constructor ->
                                constructor.getRawParameterTypes().size() > parameters)
                        .forEach(constructor ->
                                events.add(SimpleConditionEvent.violated(type, constructor.getDescription())));
            }
        };
    }
}
