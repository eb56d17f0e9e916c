package io.lijevak;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A jte template cut into what it writes itself (markup) and the Java expressions between. */
final class Template {
    /** Stands in the markup where an expression was. */
    static final char HOLE = '\u25a1';

    private static final Set<String> WITH_CONDITION = Set.of("if", "elseif", "for", "while");
    private static final Set<String> BARE = Set.of("else", "endif", "endfor", "raw", "endraw");

    private final Path file;
    private final String source;
    private final StringBuilder markup = new StringBuilder();
    private final List<String> expressions = new ArrayList<>();
    private int at;

    private Template(Path file, String source) {
        this.file = file;
        this.source = source;
    }

    static List<Template> all() {
        return Sources.files(Sources.TEMPLATES, ".jte").stream()
                .map(Template::of)
                .toList();
    }

    static Template of(Path file) {
        var template = new Template(file, Sources.read(file));
        template.content();
        return template;
    }

    /** Name as controllers and {@code @template} calls know it, such as {@code deals/board}. */
    String name() {
        return Sources.TEMPLATES.relativize(file).toString().replace(".jte", "").replace('\\', '/');
    }

    String source() {
        return source;
    }

    /** The markup alone; lines are kept, so that a place in it has the line of the file. */
    String markup() {
        return markup.toString();
    }

    List<String> expressions() {
        return expressions;
    }

    /** Text that failures begin with, for a place in the markup. */
    String at(int position) {
        return file + ":"
                + (1
                        + markup.substring(0, position)
                                .chars()
                                .filter(c -> c == '\n')
                                .count());
    }

    private void content() {
        while (at < source.length() && source.charAt(at) != '`') {
            if (source.startsWith("<%--", at)) {
                skipTo(source.indexOf("--%>", at) + 4);
            } else if (source.startsWith("${", at) || source.startsWith("!{", at)) {
                at += 2;
                java('}');
                markup.append(HOLE);
            } else if (source.startsWith("$unsafe{", at)) {
                at += 8;
                java('}');
                markup.append(HOLE);
            } else if (source.charAt(at) == '@') {
                keyword();
            } else {
                markup.append(source.charAt(at++));
            }
        }
    }

    private void keyword() {
        var end = at + 1;
        while (end < source.length() && Character.isLetter(source.charAt(end))) {
            end++;
        }
        var word = source.substring(at + 1, end);
        if (word.equals("import") || word.equals("param")) {
            declaration();
        } else if (word.equals("template") || WITH_CONDITION.contains(word)) {
            skipTo(source.indexOf('(', end) + 1);
            java(')');
            markup.append(HOLE);
        } else if (BARE.contains(word)) {
            at = end;
            markup.append(HOLE);
        } else {
            markup.append(source.charAt(at++));
        }
    }

    /** A parameter may default to content, {@code @`…`}; otherwise the declaration ends with its line. */
    private void declaration() {
        while (at < source.length() && source.charAt(at) != '\n') {
            if (source.startsWith("@`", at)) {
                at += 2;
                content();
            }
            at++;
        }
    }

    /** Reads Java up to its closing bracket; content blocks in it are markup again. */
    private void java(char closing) {
        var depth = 0;
        var expression = new StringBuilder();
        while (at < source.length()) {
            var c = source.charAt(at);
            if (depth == 0 && c == closing) {
                break;
            }
            if (c == '"' || c == '\'') {
                var end = literalEnd(c);
                expression.append(source, at, end);
                skipTo(end);
                continue;
            }
            if (source.startsWith("@`", at)) {
                at += 2;
                markup.append(HOLE);
                content();
                at++;
                expression.append("content");
                continue;
            }
            depth += "({[".indexOf(c) >= 0 ? 1 : ")}]".indexOf(c) >= 0 ? -1 : 0;
            expression.append(c);
            skipTo(at + 1);
        }
        at++;
        expressions.add(expression.toString());
    }

    private int literalEnd(char quote) {
        var end = at + 1;
        while (end < source.length() && source.charAt(end) != quote) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }

    /** Moves on, and keeps the line breaks of what is passed over. */
    private void skipTo(int position) {
        source.substring(at, Math.min(position, source.length()))
                .chars()
                .filter(c -> c == '\n')
                .forEach(c -> markup.append('\n'));
        at = position;
    }
}
