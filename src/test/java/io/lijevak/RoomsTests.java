package io.lijevak;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.util.TreeScanner;
import io.lijevak.Sources.Unit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One feature = one room: the folders of a module bear its name everywhere, and nobody works in another's room. */
class RoomsTests {
    private static final Pattern CREATED =
            Pattern.compile("(?i)create\\s+(?:unlogged\\s+)?table\\s+(?:if not exists\\s+)?(\\w+)");
    private static final Pattern REFERENCED = Pattern.compile("(?i)references\\s+(\\w+)");
    private static final Pattern STATEMENT = Pattern.compile(
            "(?is)\\b(select|insert\\s+into|update|delete\\s+from|truncate|with|copy|exists|lock)\\b.*");
    private static final Pattern USED = Pattern.compile(
            "(?i)\\b(?:from|join|into|update|truncate|table|using)\\s+(?:only\\s+)?((?:\\w+)(?:\\s+\\w+)?(?:\\s*,\\s*\\w+(?:\\s+\\w+)?)*)");
    private static final Pattern TEMPLATE_CALL = Pattern.compile("@template\\.([a-zA-Z_]+)\\.");

    @Test
    void foldersAreNamedAfterModules() {
        var modules = new TreeSet<>(Sources.modules());
        var problems = new ArrayList<String>();
        for (var place : List.of("src/main/jte", "src/main/resources/db/migration")) {
            childrenOf(Path.of(place)).forEach((path, name) -> mustBeModule(path, name, modules, problems));
        }
        for (var place : List.of("src/main/resources/messages", "src/main/resources/static/css/features")) {
            childrenOf(Path.of(place))
                    .forEach((path, name) -> mustBeModule(path, name.replaceAll("[-_.].*", ""), modules, problems));
        }

        assertThat(problems)
                .as("Rename these after a module of %s, so that one finds a feature by its name", modules)
                .isEmpty();
    }

    @Test
    void templatesUsePartsOfTheirOwnModuleOrOfThePlatform() {
        var problems = new ArrayList<String>();
        for (var template : Sources.files(Sources.TEMPLATES, ".jte")) {
            var module = Sources.TEMPLATES.relativize(template).getName(0).toString();
            var calls = TEMPLATE_CALL.matcher(Sources.read(template));
            while (calls.find()) {
                if (!List.of(module, "platform").contains(calls.group(1))) {
                    problems.add(template + " uses " + calls.group());
                }
            }
        }

        assertThat(problems)
                .as("Load another module's part with hx-get, or move a part that all need to platform")
                .isEmpty();
    }

    @Test
    void controllersRenderTemplatesOfTheirOwnModuleOrOfThePlatform() {
        var problems = new ArrayList<String>();
        views((unit, literal) -> {
            var owner = Views.of(literal).split("/")[0];
            if (!List.of(unit.module(), "platform").contains(owner)) {
                problems.add(unit.at(literal) + " renders " + literal.getValue());
            }
        });

        assertThat(problems).as("A controller renders its own module's pages").isEmpty();
    }

    @Test
    void sqlMentionsTablesThatTheModuleMayUse() {
        var owners = owners();
        var problems = new ArrayList<String>();
        for (var unit : Sources.units()) {
            if (unit.module().isEmpty()) {
                continue;
            }
            var reachable = Sources.reachable(unit.module());
            unit.literals((literal, text) -> tablesIn(text, owners.keySet()).stream()
                    .filter(table -> !reachable.contains(owners.get(table)))
                    .forEach(table -> problems.add(
                            unit.at(literal) + " uses table " + table + " of module " + owners.get(table))));
        }

        assertThat(problems)
                .as("SQL reads tables of its own module or of those in its allowedDependencies;"
                        + " turn the arrow round by an event or a port")
                .isEmpty();
    }

    @Test
    void foreignKeysPointDown() {
        var owners = owners();
        var problems = new ArrayList<String>();
        migrations((module, file) -> {
            var references = REFERENCED.matcher(Sources.read(file));
            while (references.find()) {
                var owner = owners.get(references.group(1));
                var known = Files.exists(Sources.JAVA.resolve(module));
                if (owner != null && known && !Sources.reachable(module).contains(owner)) {
                    problems.add(file + " references " + references.group(1) + " of module " + owner);
                }
            }
        });

        assertThat(problems).as("Foreign keys follow allowedDependencies").isEmpty();
    }

    /** Tables of ours that a text reads or writes, if it is SQL at all. */
    static Set<String> tablesIn(String text, Set<String> tables) {
        var used = new HashSet<String>();
        if (STATEMENT.matcher(text).find()) {
            var mentions = USED.matcher(text);
            while (mentions.find()) {
                for (var mention : mentions.group(1).split(",")) {
                    used.add(mention.strip().split("\\s+")[0]);
                }
            }
        }
        used.retainAll(tables);
        return used;
    }

    /** Module by table. */
    static Map<String, String> owners() {
        var owners = new HashMap<String, String>();
        migrations((module, file) -> {
            var tables = CREATED.matcher(Sources.read(file));
            while (tables.find()) {
                owners.put(tables.group(1), module);
            }
        });
        return owners;
    }

    /** Every view name that a controller returns. */
    static void views(BiConsumer<Unit, LiteralTree> visitor) {
        Sources.units().forEach(unit -> new Views(unit, visitor).scan(unit.tree(), null));
    }

    private static void migrations(BiConsumer<String, Path> visitor) {
        var folder = Sources.RESOURCES.resolve("db/migration");
        Sources.files(folder, ".sql")
                .forEach(file ->
                        visitor.accept(folder.relativize(file).getName(0).toString(), file));
    }

    private static Map<Path, String> childrenOf(Path folder) {
        if (!Files.exists(folder)) {
            return Map.of();
        }
        try (var children = Files.list(folder)) {
            var names = new HashMap<Path, String>();
            children.forEach(child -> names.put(child, child.getFileName().toString()));
            return names;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void mustBeModule(Path path, String name, Set<String> modules, List<String> problems) {
        if (!modules.contains(name) && !name.startsWith(".")) {
            problems.add(path.toString());
        }
    }

    private static final class Views extends TreeScanner<Void, Void> {
        private final Unit unit;
        private final BiConsumer<Unit, LiteralTree> visitor;

        Views(Unit unit, BiConsumer<Unit, LiteralTree> visitor) {
            this.unit = unit;
            this.visitor = visitor;
        }

        static String of(LiteralTree literal) {
            return literal.getValue().toString().replaceAll("\\s*::.*", "");
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            var renders = type.getModifiers().getAnnotations().stream()
                    .map(AnnotationTree::getAnnotationType)
                    .anyMatch(annotation ->
                            Set.of("Controller", "ControllerAdvice").contains(annotation.toString()));
            return renders ? super.visitClass(type, nothing) : null;
        }

        @Override
        public Void visitReturn(ReturnTree statement, Void nothing) {
            collect(statement.getExpression());
            return null;
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree lambda, Void nothing) {
            return super.visitLambdaExpression(lambda, nothing);
        }

        private void collect(ExpressionTree returned) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitLiteral(LiteralTree literal, Void nothing) {
                    if (literal.getValue() instanceof String text && text.matches("[a-z]+(/[a-z-]+)+")) {
                        visitor.accept(unit, literal);
                    }
                    return null;
                }
            }.scan(returned, null);
        }
    }
}
