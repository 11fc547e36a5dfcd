package dev.dovetail.examples.telephony.server;

import dev.dovetail.examples.telephony.setup.Yaml;
import dev.dovetail.examples.telephony.setup.YamlFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives the options of a configuration file to whatever the command line leaves open. */
final class ConfigFile implements IDefaultValueProvider {
    private static final Set<String> COMMAND_LINE_ONLY = Set.of("check", "clean-tenants", "config", "help", "version");

    private final Yaml content;

    private ConfigFile(Yaml content) {
        this.content = content;
    }

    /**
     * Reads a file.
     *
     * @throws dev.dovetail.examples.telephony.setup.SetupException if it is not YAML or has a key that is no option
     */
    static ConfigFile read(Path file, CommandSpec command) {
        Yaml content = YamlFiles.read(file);
        List<String> names = command.options().stream()
                .map(ConfigFile::key)
                .filter(name -> !COMMAND_LINE_ONLY.contains(name))
                .toList();
        content.allow(names);
        content.fields().forEach((name, value) -> {
            if (value.json().isObject() || value.json().isNull()) {
                throw value.fault("'" + name + "': expected a value");
            }
        });
        return new ConfigFile(content);
    }

    private static String key(OptionSpec option) {
        return option.longestName().replaceFirst("^--", "");
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? content.field(key(option)).map(ConfigFile::text).orElse(null)
                : null;
    }

    private static String text(Yaml value) {
        return value.json().isArray()
                ? value.items().stream().map(item -> item.json().asString()).collect(Collectors.joining(","))
                : value.json().asString();
    }
}
