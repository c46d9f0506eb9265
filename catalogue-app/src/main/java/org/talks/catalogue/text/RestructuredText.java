package org.talks.catalogue.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the subset of reStructuredText that conference abstracts use into Markdown: section titles with
/// underlines, bullet and numbered lists, literal blocks (`::`), double-backquote literals, emphasis, external
/// links (inline and by target, also over the end of a line), references of footnotes, roles, and directives,
/// which are left out. Anything else stays as it is typed: tables, field lists, substitutions, transitions (which
/// Markdown writes alike), nested lists. How many of pyvideo's texts convert without a rest is measured in
/// `RealRestructuredTextTest`.
final class RestructuredText {

    private static final Pattern UNDERLINE = Pattern.compile("([=\\-~^\"'`#*+:.])\\1{2,}\\s*");
    private static final Pattern INLINE_LINK = Pattern.compile("`([^`<>]{1,300}?)\\s*<([^`<>\\s]{1,2000})>`__?");
    private static final Pattern LITERAL = Pattern.compile("``([^`]{1,500}?)``");
    private static final Pattern ROLE = Pattern.compile(":[a-zA-Z:_-]{2,30}:`([^`]{1,300}?)`");
    private static final Pattern TARGET = Pattern.compile("^\\s*\\.\\. _(.{1,200}?):\\s+(\\S{1,2000})\\s*$");
    private static final Pattern NAMED_LINK = Pattern.compile("`([^`<>]{1,200}?)`_(?!_)");
    /// Directives, comments and definitions of substitutions.
    private static final Pattern DIRECTIVE = Pattern.compile("^\\s*\\.\\. .*$");

    private static final Pattern OPTION = Pattern.compile("^\\s+:[a-z-]{1,30}:.*$");
    private static final Pattern WRAPPED_LINK =
            Pattern.compile("`([^`<>]{1,300}?)\\s*<((?:https?|ftp|mailto|/)[^`<>]{1,2000})>`__?");
    private static final Pattern WRAPPED_NAME = Pattern.compile("(?<!`)`[^`<>\n]{1,100}\n[^`<>\n]{1,100}`_(?![_\\w])");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern FOOTNOTE = Pattern.compile("\\[(#?[0-9A-Za-z]{0,20}|\\*)]_(?!\\w)");

    private RestructuredText() {}

    static String toMarkdown(String rst) {
        var lines = onOneLine(rst).lines().toList();
        var targets = new java.util.HashMap<String, String>();
        for (var line : lines) {
            var target = TARGET.matcher(line);
            if (target.matches()) {
                targets.put(target.group(1).replace("`", ""), target.group(2));
            }
        }
        var out = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (DIRECTIVE.matcher(line).matches()) {
                while (i + 1 < lines.size() && OPTION.matcher(lines.get(i + 1)).matches()) {
                    i++;
                }
                continue;
            }
            if (i + 1 < lines.size() && isTitle(line, lines.get(i + 1))) {
                out.add("### " + inline(line.strip(), targets));
                i++;
                continue;
            }
            if (UNDERLINE.matcher(line).matches()
                    && i + 2 < lines.size()
                    && isTitle(lines.get(i + 1), lines.get(i + 2))) {
                // The overline of a title.
                continue;
            }
            if (line.stripTrailing().endsWith("::")) {
                i = literalBlock(lines, i, out, targets);
                continue;
            }
            out.add(inline(line, targets));
        }
        return String.join("\n", out);
    }

    /// Links and literals may run over the end of a line; the rest is read line by line.
    private static String onOneLine(String rst) {
        if (rst.indexOf('`') < 0) {
            return rst;
        }
        var text = WRAPPED_LINK.matcher(rst).replaceAll(link -> {
            var label = BLANKS.matcher(link.group(1)).replaceAll(" ").strip();
            var address = BLANKS.matcher(link.group(2)).replaceAll("");
            return java.util.regex.Matcher.quoteReplacement("`" + label + " <" + address + ">`_");
        });
        return WRAPPED_NAME
                .matcher(text)
                .replaceAll(name -> java.util.regex.Matcher.quoteReplacement(
                        BLANKS.matcher(name.group()).replaceAll(" ")));
    }

    private static boolean isTitle(String line, String next) {
        return !line.isBlank()
                && !Character.isWhitespace(line.charAt(0))
                && UNDERLINE.matcher(next).matches()
                && next.strip().length() >= Math.min(line.strip().length(), 3)
                && !UNDERLINE.matcher(line).matches();
    }

    private static int literalBlock(
            List<String> lines, int at, List<String> out, java.util.Map<String, String> targets) {
        var head = lines.get(at).stripTrailing();
        var text = head.substring(0, head.length() - 1);
        if (!text.equals(":")) {
            out.add(inline(text, targets));
        }
        var i = at + 1;
        var block = new ArrayList<String>();
        while (i < lines.size()
                && (lines.get(i).isBlank()
                        || Character.isWhitespace(lines.get(i).charAt(0)))) {
            block.add(lines.get(i));
            i++;
        }
        if (block.stream().anyMatch(l -> !l.isBlank())) {
            out.add("");
            out.add("```");
            String.join("\n", block).stripIndent().strip().lines().forEach(out::add);
            out.add("```");
            out.add("");
        }
        return i - 1;
    }

    private static String inline(String line, java.util.Map<String, String> targets) {
        if (line.indexOf('`') < 0) {
            // Most lines; all inline marks that are read here but one have one.
            return line.contains("]_") ? FOOTNOTE.matcher(line).replaceAll("[$1]") : line;
        }
        var text = INLINE_LINK.matcher(line).replaceAll("[$1](<$2>)");
        text = NAMED_LINK.matcher(text).replaceAll(match -> {
            var url = targets.get(match.group(1));
            return java.util.regex.Matcher.quoteReplacement(
                    url == null ? match.group(1) : "[" + match.group(1) + "](<" + url + ">)");
        });
        text = LITERAL.matcher(text).replaceAll("`$1`");
        text = ROLE.matcher(text).replaceAll("$1");
        return FOOTNOTE.matcher(text).replaceAll("[$1]");
    }
}
