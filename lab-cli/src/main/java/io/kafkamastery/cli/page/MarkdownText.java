package io.kafkamastery.cli.page;

import io.kafkamastery.kit.report.Palette;
import io.kafkamastery.kit.report.Wrapped;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Sets Markdown for a terminal: headings stand out, paragraphs are wrapped, code stays as it is. */
public final class MarkdownText extends AbstractVisitor {

    private final Palette palette;
    private final int width;
    private final List<String> lines = new ArrayList<>();
    private String indent = "";
    private String bullet = "";
    private StringBuilder inline = new StringBuilder();

    private MarkdownText(Palette palette, int width) {
        this.palette = palette;
        this.width = width;
    }

    public static List<String> lines(String markdown, Palette palette, int width) {
        MarkdownText text = new MarkdownText(palette, width);
        Parser.builder().build().parse(markdown).accept(text);
        while (!text.lines.isEmpty() && text.lines.get(text.lines.size() - 1).isBlank()) {
            text.lines.remove(text.lines.size() - 1);
        }
        return text.lines;
    }

    @Override
    public void visit(Heading heading) {
        String title = inlineOf(heading);
        if (!lines.isEmpty()) {
            blank();
        }
        lines.add(palette.bold(heading.getLevel() == 1 ? title : title.toUpperCase(java.util.Locale.ROOT)));
        blank();
    }

    @Override
    public void visit(Paragraph paragraph) {
        String text = inlineOf(paragraph);
        int room = width - indent.length();
        for (String line : Wrapped.lines(text, room)) {
            lines.add(bullet.isEmpty() ? indent + line : bullet + line);
            bullet = "";
        }
        if (!(paragraph.getParent() instanceof ListItem)) {
            blank();
        }
    }

    private String inlineOf(Node node) {
        StringBuilder outer = inline;
        inline = new StringBuilder();
        visitChildren(node);
        String text = inline.toString();
        inline = outer;
        return text;
    }

    @Override
    public void visit(Text text) {
        inline.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        inline.append(code.getLiteral());
    }

    /** Addresses of other pages are of use in a terminal, those of places in this page are not. */
    @Override
    public void visit(Link link) {
        visitChildren(link);
        if (link.getDestination().startsWith("http")) {
            inline.append(" <").append(link.getDestination()).append('>');
        }
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        inline.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        inline.append(' ');
    }

    @Override
    public void visit(BulletList list) {
        items(list, 0);
    }

    @Override
    public void visit(OrderedList list) {
        items(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
    }

    /** @param first the number of the first item, 0 for none */
    private void items(Node list, int first) {
        String outer = indent;
        int number = first;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            bullet = outer + (first == 0 ? "- " : String.format("%2d. ", number++));
            indent = " ".repeat(bullet.length());
            visitChildren(item);
        }
        indent = outer;
        bullet = "";
        if (outer.isEmpty()) {
            blank();
        }
    }

    @Override
    public void visit(FencedCodeBlock block) {
        code(block.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        code(block.getLiteral());
    }

    private void code(String literal) {
        literal.lines().forEach(line -> lines.add(indent + "    " + palette.dim(line)));
        blank();
    }

    @Override
    public void visit(BlockQuote quote) {
        String outer = indent;
        indent = indent + "  ";
        visitChildren(quote);
        indent = outer;
    }

    @Override
    public void visit(HtmlBlock block) {
        // Boxes to open and close: there are none in a terminal.
    }

    private void blank() {
        if (lines.isEmpty() || !lines.get(lines.size() - 1).isEmpty()) {
            lines.add("");
        }
    }
}
