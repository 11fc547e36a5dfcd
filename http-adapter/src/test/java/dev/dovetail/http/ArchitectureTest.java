package dev.dovetail.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.dovetail.architecture.HouseRules;
import dev.dovetail.architecture.OwnClasses;

@AnalyzeClasses(locations = OwnClasses.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule KNOWS_NO_DAO_IMPLEMENTATION = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.dovetail.dao.memory..",
                    "dev.dovetail.dao.mybatis..",
                    "java.sql..",
                    "javax.sql..",
                    "org.apache.ibatis..");

    @ArchTest
    static final ArchRule ONLY_JETTY_KNOWS_JETTY = noClasses()
            .that()
            .resideOutsideOfPackage("dev.dovetail.http.jetty")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule ONLY_SERVLET_KNOWS_SERVLETS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.dovetail.http.servlet")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.servlet..");

    @ArchTest
    static final ArchRule ONLY_JSON_KNOWS_BEAN_VALIDATION = noClasses()
            .that()
            .resideOutsideOfPackage("dev.dovetail.http.json")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.validation..");

    @ArchTest
    static final ArchRule BINDINGS_KNOW_THE_EXCHANGE_ALONE = noClasses()
            .that()
            .resideInAnyPackage("dev.dovetail.http.jetty", "dev.dovetail.http.servlet")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.dovetail.http",
                    "dev.dovetail.http.json",
                    "dev.dovetail.http.access",
                    "dev.dovetail.http.error",
                    "dev.dovetail.plugin..");

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);
}
