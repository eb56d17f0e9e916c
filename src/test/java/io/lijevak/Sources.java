package io.lijevak;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.springframework.modulith.ApplicationModule;

/** The project's own files as the guard tests read them: modules, Java syntax trees, templates, migrations. */
final class Sources {
    static final Path JAVA = Path.of("src/main/java/io/lijevak");
    static final Path TEMPLATES = Path.of("src/main/jte");
    static final Path RESOURCES = Path.of("src/main/resources");
    private static List<Unit> units = List.of();

    private Sources() {}

    /** A parsed Java file of the application; {@code module} is empty for the main class. */
    record Unit(Path file, String module, CompilationUnitTree tree, Trees trees) {
        long line(Tree node) {
            return tree.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(tree, node));
        }

        long lastLine(Tree node) {
            return tree.getLineMap().getLineNumber(trees.getSourcePositions().getEndPosition(tree, node));
        }

        boolean isWeb() {
            return file.getParent().endsWith("web");
        }

        /** Text that failures begin with, such as {@code deals/MoveDeal.java:12}. */
        String at(Tree node) {
            return JAVA.relativize(file) + ":" + line(node);
        }

        void literals(BiConsumer<LiteralTree, String> visitor) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitLiteral(LiteralTree literal, Void nothing) {
                    if (literal.getValue() instanceof String text) {
                        visitor.accept(literal, text);
                    }
                    return null;
                }
            }.scan(tree, null);
        }
    }

    static Set<String> modules() {
        try (var folders = Files.list(JAVA)) {
            return new TreeSet<>(folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The module itself and those it says it may use. */
    static Set<String> reachable(String module) {
        var reachable = new HashSet<>(Set.of(module));
        Arrays.stream(declaration(module).allowedDependencies())
                .map(allowed -> allowed.replaceAll("\\s*::.*", ""))
                .forEach(reachable::add);
        return reachable;
    }

    static ApplicationModule declaration(String module) {
        try {
            return Class.forName("io.lijevak." + module + ".package-info").getAnnotation(ApplicationModule.class);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("module " + module + " needs a package-info.java with @ApplicationModule", e);
        }
    }

    /** Every Java file of the application, parsed once for all guard tests. */
    static synchronized List<Unit> units() {
        if (units.isEmpty()) {
            units = parse();
        }
        return units;
    }

    static List<Path> files(Path folder, String ending) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Unit> parse() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var files = manager.getJavaFileObjectsFromPaths(files(JAVA, ".java"));
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, files);
            var trees = Trees.instance(task);
            var parsed = new ArrayList<Unit>();
            for (var tree : task.parse()) {
                var file = Path.of("")
                        .toAbsolutePath()
                        .relativize(Path.of(tree.getSourceFile().toUri()).toAbsolutePath());
                var inside = JAVA.relativize(file);
                var module = inside.getNameCount() == 1 ? "" : inside.getName(0).toString();
                parsed.add(new Unit(file, module, tree, trees));
            }
            return parsed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
