package dev.dovetail.dao.mybatis;

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
    static final ArchRule myBatisHasOnePackage = onlyIn("dev.dovetail.dao.mybatis", "org.apache.ibatis..");

    @ArchTest
    static final ArchRule postgreSqlsDriverHasOnePackage = onlyIn("dev.dovetail.dao.postgresql", "org.postgresql..");

    @ArchTest
    static final ArchRule theConnectionPoolIsTheApplications =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("com.zaxxer..", "org.h2..");

    @ArchTest
    static final ArchRule myBatisDoesNotKnowMemory =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.dovetail.dao.memory..");
}
