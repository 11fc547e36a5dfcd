package dev.dovetail.examples.telephony;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.dovetail.architecture.HouseRules;
import dev.dovetail.architecture.OwnClasses;

@AnalyzeClasses(locations = OwnClasses.class)
class ArchitectureTest {
    /** A folder knows the folders that it builds on, and none of them knows it back. */
    @ArchTest
    static final ArchRule foldersHaveNoCycles = HouseRules.packagesHaveNoCyclesBesides();
}
