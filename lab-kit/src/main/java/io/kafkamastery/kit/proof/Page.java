package io.kafkamastery.kit.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** One Markdown page, as far as the proof looks at it. */
final class Page {

    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /** Marks that back a statement: a criterion, an observation, a citation. Left in brackets, they are undefined. */
    private static final Pattern UNEXPLAINED_MARK =
            Pattern.compile("\\[(\\d+\\.\\d+\\.[a-z]|observed: [^\\]]+|docs: [^\\]]+|KIP-\\d+|KAFKA-\\d+)]");

    private final Path base;
    private final Path shown;
    private final Path file;
    private final Node document;

    private Page(Path base, Path shown, Path file, Node document) {
        this.base = base;
        this.shown = shown;
        this.file = file;
        this.document = document;
    }

    static Page read(Path base, Path shownFrom, Path file) {
        try {
            return new Page(base, shownFrom.relativize(file), file, PARSER.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return file;
    }

    List<String> blockComplaints() {
        List<String> complaints = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                new CodeBlock(base, block.getInfo(), block.getLiteral())
                        .complaint()
                        .ifPresent(complaint -> complaints.add(at(block) + complaint));
            }
        });
        return complaints;
    }

    List<String> linkComplaints() {
        List<String> complaints = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                check(link, link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                check(image, image.getDestination());
            }

            @Override
            public void visit(Text text) {
                // The parser splits text at brackets: look at the whole paragraph once, at its first piece.
                if (text.getPrevious() == null) {
                    Matcher mark = UNEXPLAINED_MARK.matcher(followingText(text));
                    while (mark.find()) {
                        complaints.add(
                                at(text) + "the mark " + mark.group() + " is not defined at the foot of the page");
                    }
                }
            }

            private void check(Node node, String destination) {
                LinkTarget.complaint(file, destination).ifPresent(complaint -> complaints.add(at(node) + complaint));
            }
        });
        return complaints;
    }

    private static String followingText(Node first) {
        StringBuilder all = new StringBuilder();
        for (Node node = first; node != null; node = node.getNext()) {
            all.append(node instanceof Text text ? text.getLiteral() : "\u0000");
        }
        return all.toString();
    }

    private String at(Node node) {
        int line = node.getSourceSpans().isEmpty()
                ? 0
                : node.getSourceSpans().get(0).getLineIndex() + 1;
        return shown + ":" + line + ": ";
    }
}
