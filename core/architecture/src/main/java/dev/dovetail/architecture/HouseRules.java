package dev.dovetail.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/** Holds what the design says of the packages of any module. */
public final class HouseRules {
    @ArchTest
    static final ArchRule packagesHaveNoCycles = packagesHaveNoCyclesBesides();

    @ArchTest
    static final ArchRule nothingStaticIsMutable =
            fields().that().areStatic().should().beFinal().allowEmptyShould(true);

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
                    "are not sealed, nor contracts to extend",
                    type -> !type.reflect().isSealed() && !type.getPackageName().endsWith(".contract")))
            .should()
            .haveModifier(JavaModifier.FINAL);

    private HouseRules() {}

    /** Says that packages have no cycles; those named, which still have some among themselves, count as one. */
    public static ArchRule packagesHaveNoCyclesBesides(String... tangled) {
        return slices().assignedFrom(new OnePackageEach(Set.of(tangled)))
                .should()
                .beFreeOfCycles();
    }

    /** Says that a library is known to one package alone. */
    public static ArchRule onlyIn(String home, String... library) {
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
        try (InputStream descriptor =
                Files.newInputStream(OwnClasses.directory().resolve("module-info.class"))) {
            return ModuleDescriptor.read(descriptor).exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(Exports::source)
                    .toList();
        }
    }

    /**
     * Makes each package a slice, those within others as well.
     *
     * @param tangled packages that are one slice
     */
    private record OnePackageEach(Set<String> tangled) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            if (!name.startsWith("dev.dovetail")) {
                return SliceIdentifier.ignore();
            }
            return SliceIdentifier.of(tangled.contains(name) ? "tangled" : name);
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
