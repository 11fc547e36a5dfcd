package dev.dovetail.architecture;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Path;
import java.util.Set;

/** Locates the main classes of the module whose tests run, without those of the modules that it uses. */
public final class OwnClasses implements LocationProvider {
    @Override
    public Set<Location> get(Class<?> testClass) {
        return Set.of(Location.of(directory()));
    }

    /** Returns the directory that Maven compiles the module into: tests run in the folder of their module. */
    static Path directory() {
        return Path.of("target", "classes").toAbsolutePath();
    }
}
