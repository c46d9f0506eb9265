package org.talks.catalogue.text;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jsoup.Jsoup;

/// Reads the words out of parsed Markdown without making HTML of it first, which took a fifth of the time that an
/// index is built in. Blocks end a line; addresses of links and pictures are left out.
final class PlainText extends AbstractVisitor {

    private final StringBuilder words = new StringBuilder();

    private PlainText() {}

    static String of(Node document) {
        var reader = new PlainText();
        document.accept(reader);
        return reader.words.toString().strip();
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        words.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak softLineBreak) {
        words.append(' ');
    }

    @Override
    public void visit(HardLineBreak hardLineBreak) {
        words.append('\n');
    }

    @Override
    public void visit(Paragraph paragraph) {
        block(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        block(heading);
    }

    @Override
    public void visit(CustomBlock customBlock) {
        block(customBlock);
    }

    @Override
    public void visit(CustomNode customNode) {
        // Cells of tables.
        visitChildren(customNode);
        words.append(' ');
    }

    @Override
    public void visit(FencedCodeBlock codeBlock) {
        words.append(codeBlock.getLiteral()).append('\n');
    }

    @Override
    public void visit(IndentedCodeBlock codeBlock) {
        words.append(codeBlock.getLiteral()).append('\n');
    }

    @Override
    public void visit(HtmlBlock htmlBlock) {
        words.append(Jsoup.parseBodyFragment(htmlBlock.getLiteral()).text()).append('\n');
    }

    private void block(Block block) {
        visitChildren(block);
        words.append('\n');
    }
}
