package dev.dovetail;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/** Holds what the design says of packages and what they may know. */
@AnalyzeClasses(packages = "dev.dovetail", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule coreKnowsNoHttp = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.servlet..", "org.eclipse.jetty..", "java.net.http..", "com.sun.net.httpserver..");

    @ArchTest
    static final ArchRule myBatisHasOnePackage = onlyIn("dev.dovetail.dao.mybatis", "org.apache.ibatis..");

    @ArchTest
    static final ArchRule jacksonHasOnePackage =
            onlyIn("dev.dovetail.json", "tools.jackson..", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule beanValidationHasOnePackage =
            onlyIn("dev.dovetail.validation", "jakarta.validation..", "org.hibernate.validator..");

    @ArchTest
    static final ArchRule springHasOnePackage = onlyIn("dev.dovetail.dao.mybatis.spring", "org.springframework..");

    @ArchTest
    static final ArchRule jdbcHasFewPackages = noClasses()
            .that(resideOutside("dev.dovetail.dao.mybatis")
                    .and(resideOutside("dev.dovetail.dao.mybatis.spring"))
                    .and(resideOutside("dev.dovetail.dao.postgresql")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule postgreSqlsDriverHasOnePackage = onlyIn("dev.dovetail.dao.postgresql", "org.postgresql..");

    @ArchTest
    static final ArchRule theAmqpClientHasOnePackage = onlyIn("dev.dovetail.notification.amqp", "com.rabbitmq..");

    @ArchTest
    static final ArchRule persistentCollectionsHaveOnePackage = onlyIn("dev.dovetail.dao.memory", "org.pcollections..");

    @ArchTest
    static final ArchRule theConnectionPoolAndTheDriversAreTheApplications =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("com.zaxxer..", "org.h2..");

    @ArchTest
    static final ArchRule memoryDoesNotKnowMyBatis = noClasses()
            .that()
            .resideInAPackage("dev.dovetail.dao.memory..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.dovetail.dao.mybatis..");

    @ArchTest
    static final ArchRule myBatisDoesNotKnowMemory = noClasses()
            .that()
            .resideInAPackage("dev.dovetail.dao.mybatis..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.dovetail.dao.memory..");

    @ArchTest
    static final ArchRule filesKnowMemoryOnly = noClasses()
            .that()
            .resideInAPackage("dev.dovetail.dao.file..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.dovetail.dao.mybatis..");

    @ArchTest
    static final ArchRule nobodyKnowsFiles = noClasses()
            .that()
            .resideOutsideOfPackage("dev.dovetail.dao.file..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.dovetail.dao.file..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().assignedFrom(new OnePackageEach()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingStaticIsMutable =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule publicClassesAreFinal = classes()
            .that()
            .arePublic()
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotAnnotations()
            .and(DescribedPredicate.describe(
                    "are not sealed", type -> !type.reflect().isSealed()))
            .should()
            .haveModifier(JavaModifier.FINAL);

    /** Makes each package a slice, those within others as well. */
    private static final class OnePackageEach implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith("dev.dovetail")
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }

    private static ArchRule onlyIn(String home, String... library) {
        return noClasses()
                .that(resideOutside(home))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library);
    }

    private static DescribedPredicate<JavaClass> resideOutside(String home) {
        return DescribedPredicate.describe(
                "reside outside of " + home, type -> !type.getPackageName().equals(home));
    }

    @ArchTest
    static void exportedPackagesAreExplainedAndNullMarked(JavaClasses all) throws IOException {
        Set<String> unmarked = new TreeSet<>();
        for (String name : exported()) {
            boolean marked = all.contain(name + ".package-info")
                    && all.get(name + ".package-info").isAnnotatedWith(NullMarked.class);
            if (!marked) {
                unmarked.add(name);
            }
        }
        assertThat(unmarked)
                .as("exported packages without a @NullMarked package-info")
                .isEmpty();
    }

    @ArchTest
    static void nothingInternalIsExported(JavaClasses all) throws IOException {
        assertThat(exported()).isNotEmpty().noneMatch(name -> name.contains("internal"));
        assertThat(all).isNotEmpty();
    }

    /** Reads the module's descriptor beside the classes: tests run on the class path. */
    private static List<String> exported() throws IOException {
        String path = CRUDService.class.getSimpleName() + ".class";
        String classes = CRUDService.class.getResource(path).toString();
        String root = classes.substring(0, classes.length() - ("dev/dovetail/" + path).length());
        try (InputStream descriptor =
                URI.create(root + "module-info.class").toURL().openStream()) {
            return ModuleDescriptor.read(descriptor).exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(Exports::source)
                    .toList();
        }
    }
}
