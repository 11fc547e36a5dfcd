import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExportsTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Measures the structure of the sources. Needs a JDK and nothing else: {@code java bin/Structure.java --help}. */
final class Structure {
    private static final String HELP = """
            Measures the sources of each module: its packages, types, methods, exports and cycles.

              bin/structure [--markdown] [module...]    core http-adapter/openapi; all modules without arguments
              bin/structure --plugins [--markdown] [module]    the lines of each plugin; examples/telephony by default
              bin/structure --self-test                 measures a planted tree and compares

            Lines are neither blank nor comments only. Types per package and their public share are of top-level types;
            a class counts with its nested types, a method with its annotations, and only if it has a body.
            Exports are of published modules: public types, nested ones included, of packages exported to all, and their
            public and protected methods, without constructors.
            """;

    private Structure() {}

    public static void main(String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean markdown = words.remove("--markdown");
        boolean plugins = words.remove("--plugins");
        if (words.remove("--self-test")) {
            SelfTest.run();
            System.out.println("structure: the planted tree is measured as expected");
            return;
        }
        if (words.stream().anyMatch(word -> word.startsWith("-"))) {
            System.err.print(HELP);
            System.exit(words.contains("--help") ? 0 : 2);
        }
        Path root = Path.of("").toAbsolutePath();
        System.out.print(
                plugins
                        ? PluginLines.report(root, words.isEmpty() ? "examples/telephony" : words.get(0), markdown)
                        : report(root, words, markdown));
    }

    static String report(Path root, List<String> wanted, boolean markdown) throws IOException {
        List<Module> modules = new ArrayList<>();
        for (String name : wanted.isEmpty() ? Module.names(root) : wanted) {
            Module module = Module.read(root, name);
            if (!module.types().isEmpty()) {
                modules.add(module);
            }
        }
        Table figures = new Table(
                "module",
                "packages",
                "types/package",
                "largest package",
                "public",
                "class lines",
                "method lines",
                "exported types",
                "methods",
                "packages in cycles");
        Table largest = new Table("module", "largest class", "lines", "largest method", "lines");
        for (Module module : modules) {
            Numbers packages = Numbers.of(module.typesByPackage(), Map.Entry::getKey, Map.Entry::getValue);
            Numbers classes = Numbers.of(module.types(), Type::name, Type::lines);
            Numbers methods = Numbers.of(module.methods(), Method::name, Method::lines);
            figures.row(
                    module.name(),
                    packages.count(),
                    packages.median() + "; " + packages.max(),
                    packages.nameOfMax(),
                    module.publicShare() + " %",
                    classes.spread(),
                    methods.spread(),
                    module.published() ? module.exportedTypes().size() : "-",
                    module.published() ? module.exportedMethods() : "-",
                    module.cycles().stream().mapToInt(Set::size).sum());
            largest.row(module.name(), classes.nameOfMax(), classes.max(), methods.nameOfMax(), methods.max());
        }
        StringBuilder text = new StringBuilder();
        text.append(figures.text(markdown)).append("\nLines are median, 95th percentile, maximum.\n\n");
        text.append(largest.text(markdown)).append('\n');
        List<Module> published = modules.stream().filter(Module::published).toList();
        text.append("Exported by all published modules: %d types, %d methods, %d of them overrides%n"
                .formatted(
                        published.stream()
                                .mapToInt(module -> module.exportedTypes().size())
                                .sum(),
                        published.stream().mapToInt(Module::exportedMethods).sum(),
                        published.stream().mapToInt(Module::exportedOverrides).sum()));
        text.append(HelloWorld.read(root).map(HelloWorld::text).orElse(""));
        for (Module module : modules) {
            for (Set<String> cycle : module.cycles()) {
                text.append("%nCycle of %d packages in %s: %s%n"
                        .formatted(cycle.size(), module.name(), String.join(", ", cycle)));
            }
        }
        return text.toString();
    }
}

/** A type declared in a file: {@code nesting} is 0 at the top level. */
record Type(
        String packageName, String name, int nesting, boolean isPublic, int lines, int openMethods, int overrides) {}

/** A method or constructor with a body. */
record Method(String name, int lines) {}

/** A parsed file. */
record Source(String packageName, CompilationUnitTree unit, SourcePositions positions, CodeLines lines) {
    static List<Source> read(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Source> sources = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> paths = Files.walk(folder)) {
            List<Path> java = paths.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith("package-info.java"))
                    .sorted()
                    .toList();
            if (java.isEmpty()) {
                return List.of();
            }
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(java));
            for (CompilationUnitTree unit : task.parse()) {
                String packageName = unit.getPackageName() == null
                        ? ""
                        : unit.getPackageName().toString();
                String text = unit.getSourceFile().getCharContent(true).toString();
                sources.add(
                        new Source(packageName, unit, Trees.instance(task).getSourcePositions(), CodeLines.of(text)));
            }
        }
        return sources;
    }

    int lines(Tree tree) {
        return lines.between(positions.getStartPosition(unit, tree), positions.getEndPosition(unit, tree));
    }

    int allLines() {
        return lines.between(0, Integer.MAX_VALUE);
    }

    int linesWithoutImports() {
        int imports = unit.getImports().stream().mapToInt(this::lines).sum();
        return allLines() - imports - (unit.getPackage() == null ? 0 : lines(unit.getPackage()));
    }

    List<ClassTree> topLevelTypes() {
        return unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .toList();
    }

    /** Returns each dotted name that the file says, in imports and in code: {@code java.util.List.of}. */
    Set<String> dottedNames() {
        Set<String> names = new HashSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMemberSelect(MemberSelectTree select, Void unused) {
                String name = select.toString();
                if (name.matches("[\\w.*]+")) {
                    names.add(name);
                }
                return super.visitMemberSelect(select, unused);
            }
        }.scan(
                Stream.concat(unit.getImports().stream(), unit.getTypeDecls().stream())
                        .toList(),
                null);
        return names;
    }
}

/** The lines of a text that hold code, told by the offset at which each of them has its first character of code. */
record CodeLines(List<Integer> starts, List<Integer> ends) {
    /** A comment, or what must not be taken for one. */
    private static final Pattern TOKEN = Pattern.compile(
            "//[^\n]*|/\\*.*?\\*/|\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*'",
            Pattern.DOTALL);

    static CodeLines of(String text) {
        String code = TOKEN.matcher(text)
                .replaceAll(token -> Matcher.quoteReplacement(
                        token.group().startsWith("/") ? token.group().replaceAll("[^\n]", " ") : token.group()));
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int offset = 0;
        for (String line : code.split("\n", -1)) {
            if (!line.isBlank()) {
                starts.add(offset + line.length() - line.stripLeading().length());
                ends.add(offset + line.stripTrailing().length());
            }
            offset += line.length() + 1;
        }
        return new CodeLines(starts, ends);
    }

    int between(long start, long end) {
        int lines = 0;
        for (int i = 0; i < starts.size(); i++) {
            if (ends.get(i) > start && starts.get(i) < end) {
                lines++;
            }
        }
        return lines;
    }
}

/** A folder with {@code src/main/java}. */
record Module(
        String name,
        boolean published,
        Predicate<String> exported,
        Set<String> packages,
        List<Type> allTypes,
        List<Method> methods,
        List<Set<String>> cycles) {
    private static final Set<String> SKIPPED = Set.of("target", "src", "node_modules");
    private static final Pattern NO_DEPLOYMENT = Pattern.compile("<maven\\.deploy\\.skip>\\s*(\\w+)\\s*<");

    static List<String> names(Path root) throws IOException {
        List<String> names = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                if (!folder.equals(root) && (name.startsWith(".") || SKIPPED.contains(name))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (Files.isDirectory(folder.resolve("src/main/java"))) {
                    names.add(root.relativize(folder).toString());
                }
                return FileVisitResult.CONTINUE;
            }
        });
        names.sort(null);
        return names;
    }

    static Module read(Path root, String name) throws IOException {
        Path folder = root.resolve(name);
        List<Source> sources = Source.read(folder.resolve("src/main/java"));
        List<Type> types = new ArrayList<>();
        List<Method> methods = new ArrayList<>();
        Set<String> packages = new TreeSet<>();
        for (Source source : sources) {
            for (ClassTree type : source.topLevelTypes()) {
                packages.add(source.packageName());
                declare(source, type, "", 0, true, false, types);
                methods(source, type, methods);
            }
        }
        return new Module(
                name, published(root, folder), exported(sources), packages, types, methods, cycles(sources, packages));
    }

    /** Tells whether no POM of the folder or above it, the nearest first, skips the deployment. */
    private static boolean published(Path root, Path folder) throws IOException {
        for (Path at = folder; at != null && at.startsWith(root); at = at.getParent()) {
            Path pom = at.resolve("pom.xml");
            Matcher skip = NO_DEPLOYMENT.matcher(Files.exists(pom) ? Files.readString(pom) : "");
            if (skip.find()) {
                return !skip.group(1).equals("true");
            }
        }
        return true;
    }

    /** Tells whether a package is exported to all; without a module-info all are. */
    private static Predicate<String> exported(List<Source> sources) {
        return sources.stream()
                .filter(source -> source.unit().getModule() != null)
                .findFirst()
                .<Predicate<String>>map(source -> source.unit().getModule().getDirectives().stream()
                        .filter(ExportsTree.class::isInstance)
                        .map(ExportsTree.class::cast)
                        .filter(exports -> exports.getModuleNames() == null)
                        .map(exports -> exports.getPackageName().toString())
                        .collect(Collectors.toSet())::contains)
                .orElse(name -> true);
    }

    private static void declare(
            Source source,
            ClassTree type,
            String outer,
            int nesting,
            boolean open,
            boolean inInterface,
            List<Type> to) {
        boolean isPublic =
                open && (inInterface || type.getModifiers().getFlags().contains(Modifier.PUBLIC));
        boolean isInterface = type.getKind() == Kind.INTERFACE || type.getKind() == Kind.ANNOTATION_TYPE;
        String name = outer + type.getSimpleName();
        List<MethodTree> methods = openMethods(type, isInterface);
        int overrides = (int) methods.stream()
                .filter(method -> method.getModifiers().getAnnotations().stream()
                        .anyMatch(annotation ->
                                annotation.getAnnotationType().toString().equals("Override")))
                .count();
        int lines = source.lines(type);
        to.add(new Type(source.packageName(), name, nesting, isPublic, lines, methods.size(), overrides));
        for (Tree member : type.getMembers()) {
            if (member instanceof ClassTree) {
                declare(source, (ClassTree) member, name + ".", nesting + 1, isPublic, isInterface, to);
            }
        }
    }

    private static List<MethodTree> openMethods(ClassTree type, boolean isInterface) {
        return type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getReturnType() != null) // a constructor has none
                .filter(method -> {
                    Set<Modifier> flags = method.getModifiers().getFlags();
                    return isInterface
                            ? !flags.contains(Modifier.PRIVATE)
                            : flags.contains(Modifier.PUBLIC) || flags.contains(Modifier.PROTECTED);
                })
                .toList();
    }

    private static void methods(Source source, ClassTree topLevel, List<Method> to) {
        Deque<String> types = new ArrayDeque<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void unused) {
                types.addLast(type.getSimpleName().toString());
                super.visitClass(type, unused);
                types.removeLast();
                return null;
            }

            @Override
            public Void visitMethod(MethodTree method, Void unused) {
                if (method.getBody() != null) {
                    String name = String.join(".", types) + "." + method.getName();
                    to.add(new Method(name, source.lines(method)));
                }
                return super.visitMethod(method, unused);
            }
        }.scan(topLevel, null);
    }

    private static List<Set<String>> cycles(List<Source> sources, Set<String> packages) {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (Source source : sources) {
            Set<String> used = uses.computeIfAbsent(source.packageName(), key -> new TreeSet<>());
            for (String name : source.dottedNames()) {
                packageOf(name, packages)
                        .filter(other -> !other.equals(source.packageName()))
                        .ifPresent(used::add);
            }
        }
        return Cycles.of(uses);
    }

    /** Returns the package that a dotted name of a type or of its member begins with. */
    private static Optional<String> packageOf(String name, Set<String> packages) {
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            if (packages.contains(name.substring(0, dot)) && name.matches("[\\w.]{" + (dot + 1) + "}[A-Z*].*")) {
                return Optional.of(name.substring(0, dot));
            }
        }
        return Optional.empty();
    }

    List<Type> types() {
        return allTypes.stream().filter(type -> type.nesting() == 0).toList();
    }

    Collection<Map.Entry<String, Integer>> typesByPackage() {
        return types().stream()
                .collect(Collectors.groupingBy(Type::packageName, TreeMap::new, Collectors.summingInt(type -> 1)))
                .entrySet();
    }

    long publicShare() {
        long all = types().size();
        return all == 0
                ? 0
                : Math.round(100.0 * types().stream().filter(Type::isPublic).count() / all);
    }

    List<Type> exportedTypes() {
        return allTypes.stream()
                .filter(type -> type.isPublic() && exported.test(type.packageName()))
                .toList();
    }

    int exportedMethods() {
        return exportedTypes().stream().mapToInt(Type::openMethods).sum();
    }

    int exportedOverrides() {
        return exportedTypes().stream().mapToInt(Type::overrides).sum();
    }
}

/** Finds the strongly connected components of more than one node, as Tarjan does. */
final class Cycles {
    private final Map<String, Set<String>> edges;
    private final Map<String, Integer> order = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final List<Set<String>> found = new ArrayList<>();

    private Cycles(Map<String, Set<String>> edges) {
        this.edges = edges;
    }

    static List<Set<String>> of(Map<String, Set<String>> edges) {
        Cycles cycles = new Cycles(edges);
        edges.keySet().stream().filter(node -> !cycles.order.containsKey(node)).forEach(cycles::visit);
        return cycles.found;
    }

    private void visit(String node) {
        order.put(node, order.size());
        lowest.put(node, order.get(node));
        path.push(node);
        for (String next : edges.getOrDefault(node, Set.of())) {
            if (!order.containsKey(next)) {
                visit(next);
                lowest.merge(node, lowest.get(next), Math::min);
            } else if (path.contains(next)) {
                lowest.merge(node, order.get(next), Math::min);
            }
        }
        if (lowest.get(node).equals(order.get(node))) {
            Set<String> component = new TreeSet<>();
            String last;
            do {
                last = path.pop();
                component.add(last);
            } while (!last.equals(node));
            if (component.size() > 1) {
                found.add(component);
            }
        }
    }
}

/** The first Java block of the README. */
record HelloWorld(long imports, int lines, int withoutImports) {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.*]+);", Pattern.MULTILINE);

    static Optional<HelloWorld> read(Path root) throws IOException {
        Path readme = root.resolve("README.md");
        Matcher block = BLOCK.matcher(Files.exists(readme) ? Files.readString(readme) : "");
        return block.find() ? Optional.of(of(block.group(1))) : Optional.empty();
    }

    private static HelloWorld of(String code) {
        List<String> imports =
                IMPORT.matcher(code).results().map(each -> each.group(1)).toList();
        int lines = CodeLines.of(code).starts().size();
        return new HelloWorld(
                imports.stream()
                        .filter(name -> name.startsWith("dev.dovetail."))
                        .count(),
                lines,
                lines - imports.size());
    }

    String text() {
        return "Hello world in README.md: %d imports of dev.dovetail, %d lines, %d without imports%n"
                .formatted(imports, lines, withoutImports);
    }
}

/** Counts the lines of each folder that declares plugins, or that the server's list of plugins names. */
record PluginLines(String folder, int resources, int associations, int lines, int withoutImports) {
    private static final Pattern MAKER = Pattern.compile("\\w*(?:Plugin|Resource|Association)\\.(?:of|extending)");
    private static final Pattern CONSTANT = Pattern.compile("(?:\\w+\\.)?[A-Z][A-Z0-9_]+");

    static String report(Path root, String module, boolean markdown) throws IOException {
        Map<String, List<Source>> packages = packages(root.resolve(module).resolve("src/main/java"));
        List<PluginLines> folders = read(packages);
        Table table = new Table("plugin", "kind", "lines", "without imports");
        folders.forEach(each -> table.row(each.folder, each.kind(), each.lines, each.withoutImports));
        Table medians = new Table("median", "folders", "lines", "without imports");
        medians(medians, "all folders", folders);
        medians(
                medians,
                "plain resources",
                folders.stream().filter(PluginLines::isResource).toList());
        medians(
                medians,
                "plain associations",
                folders.stream().filter(PluginLines::isAssociation).toList());
        String largest = folders.stream()
                .sorted(Comparator.comparingInt(PluginLines::lines).reversed())
                .limit(5)
                .map(each -> each.folder + " " + each.lines)
                .collect(Collectors.joining(", "));
        long small = folders.stream().filter(each -> each.lines <= 60).count();
        int all = folders.stream().mapToInt(PluginLines::lines).sum();
        int imports =
                all - folders.stream().mapToInt(PluginLines::withoutImports).sum();
        return """
                %s
                %s
                Of at most 60 lines: %d of %d. Imports and package lines: %d of %d, %d %%.
                The five largest: %s
                Used by plugins, not counted: %s
                """.formatted(
                        table.text(markdown),
                        medians.text(markdown),
                        small,
                        folders.size(),
                        imports,
                        all,
                        Math.round(100.0 * imports / Math.max(1, all)),
                        largest,
                        shared(packages, folders));
    }

    /** Names the packages that plugins use and that hold none, with their lines. */
    private static String shared(Map<String, List<Source>> packages, List<PluginLines> plugins) {
        Set<String> folders = plugins.stream().map(PluginLines::folder).collect(Collectors.toSet());
        return packages.entrySet().stream()
                .filter(each -> !folders.contains(folder(each.getKey())))
                .filter(each -> packages.entrySet().stream()
                        .filter(plugin -> folders.contains(folder(plugin.getKey())))
                        .flatMap(plugin -> plugin.getValue().stream())
                        .flatMap(file -> file.unit().getImports().stream())
                        .anyMatch(name -> name.getQualifiedIdentifier()
                                .toString()
                                .matches(Pattern.quote(each.getKey()) + "\\.[A-Z*].*")))
                .map(each -> folder(each.getKey()) + " "
                        + each.getValue().stream().mapToInt(Source::allLines).sum())
                .collect(Collectors.joining(", "));
    }

    private static String folder(String packageName) {
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }

    private static void medians(Table table, String name, List<PluginLines> of) {
        table.row(
                name,
                of.size(),
                Numbers.of(of, PluginLines::folder, PluginLines::lines).median(),
                Numbers.of(of, PluginLines::folder, PluginLines::withoutImports).median());
    }

    static Map<String, List<Source>> packages(Path sources) throws IOException {
        return Source.read(sources).stream()
                .collect(Collectors.groupingBy(Source::packageName, TreeMap::new, Collectors.toList()));
    }

    static List<PluginLines> read(Map<String, List<Source>> packages) {
        Set<String> folders = new TreeSet<>();
        Map<String, Set<String>> parents = parents(packages.values());
        packages.forEach((name, files) -> {
            if (files.stream().anyMatch(file -> declaresPlugin(file, parents))) {
                folders.add(name);
            }
        });
        packages.values().stream()
                .flatMap(Collection::stream)
                .filter(file -> file.topLevelTypes().stream()
                        .anyMatch(type -> type.getSimpleName().contentEquals("Plugins")))
                .forEach(list -> {
                    folders.remove(list.packageName());
                    folders.addAll(listed(list, packages.keySet()));
                });
        return folders.stream().map(name -> count(name, packages.get(name))).toList();
    }

    private static PluginLines count(String name, List<Source> files) {
        return new PluginLines(
                folder(name),
                constants(files, "Resource"),
                constants(files, "Association"),
                files.stream().mapToInt(Source::allLines).sum(),
                files.stream().mapToInt(Source::linesWithoutImports).sum());
    }

    /** Counts the fields of a type {@code Resource<..>} or {@code Association<..>} that are initialized. */
    private static int constants(List<Source> files, String suffix) {
        return (int) files.stream()
                .flatMap(file -> file.topLevelTypes().stream())
                .flatMap(type -> type.getMembers().stream())
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> field.getInitializer() != null
                        && field.getType() instanceof ParameterizedTypeTree
                        && ((ParameterizedTypeTree) field.getType())
                                .getType()
                                .toString()
                                .endsWith(suffix))
                .count();
    }

    /** Returns the names that each type extends or implements, by its simple name. */
    private static Map<String, Set<String>> parents(Collection<List<Source>> files) {
        Map<String, Set<String>> parents = new HashMap<>();
        files.stream()
                .flatMap(Collection::stream)
                .flatMap(file -> file.topLevelTypes().stream())
                .forEach(type -> parents.put(
                        type.getSimpleName().toString(), supertypes(type).collect(Collectors.toSet())));
        return parents;
    }

    private static Stream<String> supertypes(ClassTree type) {
        return Stream.concat(Stream.ofNullable(type.getExtendsClause()), type.getImplementsClause().stream())
                .map(parent -> parent.toString().replaceAll("<.*", ""));
    }

    private static boolean isPlugin(String type, Map<String, Set<String>> parents) {
        Set<String> above = parents.getOrDefault(type, Set.of());
        return !parents.containsKey(type) && type.matches("(Resource|Association|Attributed)Plugin")
                || above.stream().anyMatch(parent -> isPlugin(parent, parents));
    }

    /** Tells whether a file has a concrete class that is a plugin, or makes one of a constant. */
    private static boolean declaresPlugin(Source file, Map<String, Set<String>> parents) {
        boolean[] found = {false};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void unused) {
                boolean concrete = type.getKind() != Kind.INTERFACE
                        && !type.getModifiers().getFlags().contains(Modifier.ABSTRACT)
                        && type.getTypeParameters().isEmpty();
                found[0] |= concrete && supertypes(type).anyMatch(parent -> isPlugin(parent, parents));
                return super.visitClass(type, unused);
            }

            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                List<? extends ExpressionTree> arguments = call.getArguments();
                found[0] |= MAKER.matcher(call.getMethodSelect().toString()).matches()
                        && !arguments.isEmpty()
                        && CONSTANT.matcher(arguments.get(0).toString()).matches();
                return super.visitMethodInvocation(call, unused);
            }
        }.scan(file.topLevelTypes(), null);
        return found[0];
    }

    /** Returns the packages of those types that a list of plugins creates or asks for plugins. */
    private static Set<String> listed(Source list, Set<String> packages) {
        Set<String> named = new HashSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitNewClass(NewClassTree creation, Void unused) {
                named.add(creation.getIdentifier().toString().replaceAll("<.*", ""));
                return super.visitNewClass(creation, unused);
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree select, Void unused) {
                add(select.getExpression());
                return super.visitMemberSelect(select, unused);
            }

            @Override
            public Void visitMemberReference(MemberReferenceTree reference, Void unused) {
                add(reference.getQualifierExpression());
                return super.visitMemberReference(reference, unused);
            }

            private void add(ExpressionTree expression) {
                if (expression instanceof IdentifierTree) {
                    named.add(expression.toString());
                }
            }
        }.scan(list.topLevelTypes(), null);
        Set<String> found = new TreeSet<>();
        for (ImportTree each : list.unit().getImports()) {
            String name = each.getQualifiedIdentifier().toString();
            String type = name.substring(name.lastIndexOf('.') + 1);
            String owner = name.substring(0, name.lastIndexOf('.'));
            if (named.contains(type) && packages.contains(owner)) {
                found.add(owner);
            }
        }
        return found;
    }

    private boolean isResource() {
        return resources == 1 && associations == 0;
    }

    private boolean isAssociation() {
        return resources == 0 && associations == 1;
    }

    private String kind() {
        if (isResource()) {
            return "resource";
        }
        if (isAssociation()) {
            return "association";
        }
        return resources + associations == 0 ? "other" : "several: %d + %d".formatted(resources, associations);
    }
}

/** The spread of some numbers, each with a name. */
record Numbers(int count, String median, int percentile95, int max, String nameOfMax) {
    static <E> Numbers of(Collection<E> of, Function<E, String> name, ToIntFunction<E> number) {
        List<E> sorted = of.stream().sorted(Comparator.comparingInt(number)).toList();
        int count = sorted.size();
        if (count == 0) {
            return new Numbers(0, "0", 0, 0, "-");
        }
        int twice = number.applyAsInt(sorted.get((count - 1) / 2)) + number.applyAsInt(sorted.get(count / 2));
        return new Numbers(
                count,
                twice / 2 + (twice % 2 == 0 ? "" : ".5"),
                number.applyAsInt(sorted.get((int) Math.ceil(count * 0.95) - 1)),
                number.applyAsInt(sorted.get(count - 1)),
                name.apply(sorted.get(count - 1)));
    }

    String spread() {
        return median + ", " + percentile95 + ", " + max;
    }
}

/** Rows under headings, as text with aligned columns or as Markdown. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(Object... headings) {
        row(headings);
    }

    void row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    }

    String text(boolean markdown) {
        List<List<String>> lines = new ArrayList<>(rows);
        if (markdown) {
            lines.add(1, rows.get(0).stream().map(heading -> "---").toList());
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder cells = new StringBuilder();
            for (int column = 0; column < line.size(); column++) {
                int at = column;
                int width = rows.stream()
                        .mapToInt(row -> row.get(at).length())
                        .max()
                        .orElse(0);
                String cell = line.get(column);
                cells.append(markdown ? "| " + cell + " " : cell + " ".repeat(width - cell.length() + 2));
            }
            text.append(markdown ? cells + "|" : cells.toString().stripTrailing())
                    .append('\n');
        }
        return text.toString();
    }
}

/** Plants a tree whose measures are known. */
final class SelfTest {
    private static final Map<String, String> FILES = Map.of(
            "README.md",
            "```java\nimport dev.dovetail.a.A;\nimport java.util.List;\n\n// one\nfinal class Hello {}\n```\n",
            "core/pom.xml",
            "<project/>",
            "core/src/main/java/module-info.java",
            "module m { exports a; exports b to other; }",
            "core/src/main/java/a/A.java",
            """
            package a;

            import b.B;

            /** Documented. */
            public final class A { // a remark

                public interface Inner {
                    void open();

                    private void closed() {}
                }

                static final class Hidden {
                    public void hidden() {}
                }

                public A() {}

                /* not
                   counted */
                @Override
                public String toString() {
                    return text();
                }

                protected String text() {
                    return "// counted" + \"\"\"
                        /* counted
                        */ \"\"\";
                }
            }
            """,
            "core/src/main/java/a/Value.java",
            "package a;\nrecord Value(int x) { public int x() { return x; } }\n",
            "core/src/main/java/b/B.java",
            "package b;\npublic class B { Object c = new c.C(); }\n",
            "core/src/main/java/c/C.java",
            "package c;\npublic class C extends a.A.Base { int b; int x = b.B; }\n",
            "examples/pom.xml",
            "<project><properties><maven.deploy.skip>true</maven.deploy.skip></properties></project>",
            "examples/app/src/main/java/app/Plugins.java",
            """
            package app;
            import app.line.Lines;
            import app.user.User;
            import app.userline.UserLines;
            final class Plugins {
                Object all(User parameter) { return java.util.List.of(new Lines(), UserLines.PLUGIN); }
            }
            """);

    private static final Map<String, String> PLUGINS = Map.of(
            "line/Lines.java",
            "package app.line;\npublic class Lines { static final Resource<A> LINES = null; }\n",
            "user/User.java",
            "package app.user;\npublic class User {}\n",
            "userline/UserLines.java",
            "package app.userline;\nimport java.util.List;\n"
                    + "public class UserLines { static final Association<A> LINKS = null; }\n",
            "trunk/Trunks.java",
            "package app.trunk;\nimport app.common.Base;\nclass Trunks extends Base<A> {}\n",
            "common/Base.java",
            "package app.common;\nabstract class Base<T> implements ResourcePlugin<T> {}\n",
            "queue/Queues.java",
            "package app.queue;\nclass Queues { Object plugin() { return ResourcePlugin.of(QUEUES).rule(x); } }\n");

    private SelfTest() {}

    static void run() throws IOException {
        Path root = Files.createTempDirectory("structure");
        try {
            FILES.forEach((name, text) -> write(root.resolve(name), text));
            PLUGINS.forEach((name, text) ->
                    write(root.resolve("examples/app/src/main/java/app").resolve(name), text));
            check(Module.names(root), List.of("core", "examples/app"));
            core(Module.read(root, "core"));
            check(Module.read(root, "examples/app").published(), false);
            check(HelloWorld.read(root).orElseThrow(), new HelloWorld(1, 3, 1));
            check(
                    PluginLines.read(PluginLines.packages(root.resolve("examples/app/src/main/java"))),
                    List.of(
                            new PluginLines("line", 1, 0, 2, 1),
                            new PluginLines("queue", 0, 0, 2, 1),
                            new PluginLines("trunk", 0, 0, 3, 1),
                            new PluginLines("userline", 0, 1, 3, 1)));
            check(PluginLines.report(root, "examples/app", false).contains("not counted: common 2\n"), true);
            check(Structure.report(root, List.of(), true).contains("| core | 3 | 1; 2 | a | 75 % | 1, 19, 19 |"), true);
        } finally {
            try (Stream<Path> planted = Files.walk(root)) {
                planted.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    private static void core(Module core) {
        check(core.published(), true);
        check(core.typesByPackage().toString(), "[a=2, b=1, c=1]");
        check(core.publicShare(), 75L);
        check(core.exportedTypes().stream().map(Type::name).toList(), List.of("A", "A.Inner"));
        check(core.exportedMethods(), 3);
        check(core.exportedOverrides(), 1);
        check(core.cycles(), List.of(Set.of("a", "b", "c")));
        check(Numbers.of(core.types(), Type::name, Type::lines), new Numbers(4, "1", 19, 19, "A"));
        check(Numbers.of(core.methods(), Method::name, Method::lines), new Numbers(6, "1", 5, 5, "A.text"));
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Object actual, Object expected) {
        if (!actual.equals(expected)) {
            throw new AssertionError("measured " + actual + " (expected: " + expected + ")");
        }
    }
}
