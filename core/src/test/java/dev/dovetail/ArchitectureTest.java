package dev.dovetail;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.dovetail.architecture.HouseRules.onlyIn;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.dovetail.architecture.HouseRules;
import dev.dovetail.architecture.OwnClasses;

@AnalyzeClasses(locations = OwnClasses.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule coreKnowsNoHttp = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "com.sun.net.httpserver..");

    @ArchTest
    static final ArchRule coreKnowsNoJdbc =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule beanValidationHasOnePackage =
            onlyIn("dev.dovetail.validation", "jakarta.validation..", "org.hibernate.validator..");

    @ArchTest
    static final ArchRule persistentCollectionsHaveOnePackage = onlyIn("dev.dovetail.dao.memory", "org.pcollections..");
}
