package org.orglife;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameContaining;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RequestMapping;

/** The rules of the house, each with its reason. */
@AnalyzeClasses(packages = "org.orglife", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    /** Pages that people see before they have signed in, and the page that refuses. */
    private static final Set<String> OPEN_TO_ALL = Set.of(
            "AnswerController.door",
            "AnswerController.open",
            "AnswerController.enter",
            "AnswerController.send",
            "SignInController.page",
            "SetUpController.page",
            "SetUpController.setUp",
            "RefusalController.refused",
            "LiveController.version",
            "OpinionBoxController.door",
            "OpinionBoxController.open",
            "OpinionBoxController.enter",
            "OpinionBoxController.send",
            "OpinionBoxController.ask",
            "OpinionBoxController.result",
            "PublicPageController.page",
            "UrnController.door",
            "UrnController.sharedDoor",
            "UrnController.why",
            "UrnController.enter",
            "UrnController.cast");

    @ArchTest
    static final ArchRule nothingDependsOnPages = noClasses()
            .that()
            .resideOutsideOfPackage("..web..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.orglife.*.web.."))
            .because("pages come last: a service that knows a page cannot be called by another one");

    @ArchTest
    static final ArchRule repositoriesStayInsideTheirFeature = classes()
            .that()
            .areAssignableTo(Repository.class)
            .should()
            .bePackagePrivate()
            .because("other features ask the service, not the table");

    @ArchTest
    static final ArchRule repositoriesOfferOnlyWhatIsMeant =
            noClasses().should().beAssignableTo(JpaRepository.class).because("findAll and deleteById know no scope");

    @ArchTest
    static final ArchRule controllersArePrivateToTheirPages = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .resideInAPackage("..web..")
            .because("nothing but the dispatcher calls a controller");

    @ArchTest
    static final ArchRule controllersAskServices = noClasses()
            .that()
            .areAnnotatedWith(Controller.class)
            .should()
            .dependOnClassesThat(
                    are(com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(Repository.class)))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(JdbcOperations.class)
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("JdbcClient")
            .because("a page translates, it does not query");

    @ArchTest
    static final ArchRule everyHandlerSaysWhoMayCallIt = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .should(beGuarded())
            .because("a forgotten right is a leak; who may call what is read from the method");

    @ArchTest
    static final ArchRule beansHaveOnlyFinalFields = fields().that()
            .areDeclaredInClassesThat()
            .areMetaAnnotatedWith(Component.class)
            .and()
            .areNotStatic()
            .should()
            .beFinal()
            .because("a bean is shared by all requests: what it keeps must not change");

    @ArchTest
    static final ArchRule entitiesHaveNoSetters = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*")
            .because("an entity changes by verbs of the field, which can refuse");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .because("a test must be able to stop the clock, and dates are those of China");

    @ArchTest
    static final ArchRule servicesHaveNoInterfaceOfTheirOwn = classes()
            .that()
            .areAnnotatedWith(Service.class)
            .should()
            .haveSimpleNameNotEndingWith("Impl")
            .because("an interface is made when the second implementation arrives");

    @ArchTest
    static final ArchRule spreadsheetsStayInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackages("org.orglife.excel..", "org.orglife.word..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.poi..", "org.dhatim..")
            .because("the limits against hostile files hold in one place");

    @ArchTest
    static final ArchRule documentsStayInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("org.orglife.word..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.poi.xwpf..", "org.openxmlformats.schemas.wordprocessingml..")
            .because("what official material looks like is decided once");

    @ArchTest
    static final ArchRule documentsAreNoSpreadsheets = noClasses()
            .that()
            .resideInAPackage("org.orglife.word..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.poi.ss..", "org.apache.poi.xssf..", "org.apache.poi.hssf..", "org.dhatim..")
            .because("workbooks are read under the limits of the one package that has them");

    /** BR-50: votes are read in one place, to be shown. */
    @ArchTest
    static final ArchRule votesAreReadInOnePlace = noClasses()
            .that()
            .resideInAPackage("org.orglife.review..")
            .and()
            .doNotHaveSimpleName("BallotFindings")
            .should()
            .dependOnClassesThat(resideInAPackage("org.orglife.ballot").and(nameContaining("BallotResult")))
            .because("a grade is not taken from votes: 不能简单地以票取人");

    /** BR-50: whoever writes a grade has never seen a vote. */
    @ArchTest
    static final ArchRule nobodyWhoSetsAGradeKnowsVotes = noClasses()
            .that(callMemberReviewDecide())
            .or()
            .haveSimpleName("MemberReview")
            .or()
            .haveSimpleName("DecisionForm")
            .or()
            .haveSimpleName("DecisionController")
            .should()
            .dependOnClassesThat(
                    simpleName("BallotFindings").or(simpleName("Votes")).or(simpleName("ReviewView")))
            .because("what a ballot came to neither computes nor proposes a grade");

    /** BR-50: and whoever reads votes knows no grade. */
    @ArchTest
    static final ArchRule votesBecomeNoGrades = noClasses()
            .that()
            .haveSimpleName("BallotFindings")
            .or()
            .haveSimpleName("Votes")
            .should()
            .dependOnClassesThat(simpleName("Grade").or(simpleName("MemberReview")))
            .because("there is no way from a number of votes to a grade");

    private static DescribedPredicate<JavaClass> callMemberReviewDecide() {
        return DescribedPredicate.describe(
                "set a grade",
                type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getSimpleName().equals("MemberReview")
                                && call.getName().equals("decide")));
    }

    private static ArchCondition<JavaMethod> beGuarded() {
        return new ArchCondition<>("say who may call it by @PreAuthorize") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                String name = method.getOwner().getSimpleName() + "." + method.getName();
                boolean guarded = method.isAnnotatedWith(PreAuthorize.class) || OPEN_TO_ALL.contains(name);
                if (!guarded) {
                    events.add(SimpleConditionEvent.violated(method, name + " says nothing about who may call it"));
                }
            }
        };
    }
}
