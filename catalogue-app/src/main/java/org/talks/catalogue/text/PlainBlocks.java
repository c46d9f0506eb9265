package org.talks.catalogue.text;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// Reads the words of the blocks of parsed Markdown, as they would come out of its HTML: making HTML of a note,
/// parsing and cleaning it took most of the time in which notes are indexed. Knows headings, paragraphs and
/// lists, of which nearly all notes consist; a text with anything else is left to the HTML.
final class PlainBlocks {

    /// One block.
    ///
    /// @param level of a heading, 0 for any other block
    record Block(int level, String words) {}

    /// What is common in prose besides letters and ASCII.
    private static final String PUNCTUATION = "\u2018\u2019\u201C\u201D\u2013\u2014\u2026\u2022";

    private final StringBuilder words = new StringBuilder();
    private boolean known = true;

    private PlainBlocks() {}

    /// The blocks in order, null for a text that has others than these.
    static @Nullable List<Block> of(Node document) {
        var blocks = new ArrayList<Block>();
        for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
            var block = new PlainBlocks();
            block.read(node);
            if (!block.known) {
                return null;
            }
            blocks.add(new Block(
                    node instanceof Heading heading ? heading.getLevel() : 0,
                    block.words.toString().strip()));
        }
        return blocks;
    }

    private void read(Node node) {
        switch (node) {
            case Text text -> literal(text.getLiteral());
            case Code code -> literal(code.getLiteral());
            case SoftLineBreak _ -> space();
            case Emphasis _, StrongEmphasis _, Link _ -> children(node);
            case Paragraph _, Heading _, ListItem _, BulletList _, OrderedList _, BlockQuote _ -> {
                space();
                children(node);
                space();
            }
            default -> known = false;
        }
    }

    private void children(Node node) {
        for (var child = node.getFirstChild(); child != null && known; child = child.getNext()) {
            read(child);
        }
    }

    private void literal(String literal) {
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (c == ' ') {
                space();
            } else if (c < ' ' || (c > '~' && !Character.isLetterOrDigit(c) && PUNCTUATION.indexOf(c) < 0)) {
                // What HTML takes for a blank, or leaves out, or may not have.
                known = false;
            } else {
                words.append(c);
            }
        }
    }

    private void space() {
        if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
    }
}
