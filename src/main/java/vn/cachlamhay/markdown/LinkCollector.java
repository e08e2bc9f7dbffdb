package vn.cachlamhay.markdown;

import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.LinkRef;

/** Lists the links and pictures of a parsed text with their places. For one document. */
final class LinkCollector {

  private static final Pattern HTML_LINK =
      Pattern.compile(
          "(?i)(?<![\\w-])(href|src|poster)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>\"']+))");

  private static final Pattern COMMENT = Pattern.compile("<!--(?!-?>).*?-->", Pattern.DOTALL);

  private final Document document;
  private final String file;
  private final int firstLine;
  private final List<LinkRef> links = new ArrayList<>();

  LinkCollector(Document document, String file, int firstLine) {
    this.document = document;
    this.file = file;
    this.firstLine = firstLine;
  }

  List<LinkRef> collect() {
    visit(document);
    return List.copyOf(links);
  }

  private void visit(Node node) {
    if (node instanceof Image image) {
      add(image.getUrl(), true);
    } else if (node instanceof Link link) {
      add(link.getUrl(), false);
    } else if (node instanceof Reference reference) {
      add(reference.getUrl(), false);
    } else if (node instanceof HtmlInlineBase || node instanceof HtmlBlockBase) {
      addHtml(node.getChars());
    }
    visitChildren(node);
  }

  private void visitChildren(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      visit(child);
    }
  }

  private void add(BasedSequence url, boolean image) {
    links.add(new LinkRef(url.unescape(), image, pos(url.getStartOffset())));
  }

  private void addHtml(BasedSequence html) {
    // what stands in a comment is no link; "<!-->" is a whole comment in HTML
    String live = COMMENT.matcher(html).replaceAll(match -> " ".repeat(match.group().length()));
    Matcher matcher = HTML_LINK.matcher(live);
    while (matcher.find()) {
      for (int group = 2; group <= 4; group++) {
        if (matcher.group(group) != null) {
          boolean image = !matcher.group(1).equalsIgnoreCase("href");
          int offset = html.getStartOffset() + matcher.start(group);
          links.add(new LinkRef(Escaping.unescapeHtml(matcher.group(group)), image, pos(offset)));
        }
      }
    }
  }

  private SourcePos pos(int offset) {
    int line = document.getLineNumber(offset);
    int lineStart = document.getChars().startOfLine(offset);
    return new SourcePos(file, firstLine + line, offset - lineStart + 1);
  }
}
