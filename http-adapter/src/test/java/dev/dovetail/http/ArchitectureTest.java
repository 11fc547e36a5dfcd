package dev.dovetail.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

@AnalyzeClasses(packages = "dev.dovetail.http", importOptions = ImportOption.DoNotIncludeTests.class)
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
    static final ArchRule ONLY_OAUTH_KNOWS_NIMBUS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.dovetail.http.access.oauth")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.nimbusds..");

    @ArchTest
    static final ArchRule ONLY_OBSERVATION_KNOWS_MICROMETER = noClasses()
            .that()
            .resideOutsideOfPackage("dev.dovetail.http.observation")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    @ArchTest
    static final ArchRule ONLY_OPENAPI_KNOWS_YAML = noClasses()
            .that()
            .resideOutsideOfPackage("dev.dovetail.http.openapi")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson.dataformat..");

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
    static final ArchRule HAS_NO_CYCLES =
            slices().matching("dev.dovetail.(http..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule HAS_NO_STATIC_MUTABLE_STATE =
            fields().that().areStatic().should(beImmutable());

    private static ArchCondition<JavaField> beImmutable() {
        return new ArchCondition<>("be final and of an immutable type") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean isFinal = field.getModifiers().contains(JavaModifier.FINAL);
                String type = field.getRawType().getName();
                boolean mutable =
                        type.matches("java\\.util\\.(concurrent\\..*|.*(HashMap|HashSet|ArrayList|Builder|TreeMap))"
                                        + "|java\\.lang\\.(ThreadLocal|StringBuilder|ClassValue)")
                                || (field.getRawType().isArray()
                                        && !field.getName().equals("NOTHING")
                                        && !field.getModifiers().contains(JavaModifier.SYNTHETIC));
                if (!isFinal || mutable) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " of type " + type));
                }
            }
        };
    }
}
