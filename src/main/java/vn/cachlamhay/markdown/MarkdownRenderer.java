package vn.cachlamhay.markdown;

import com.vladsch.flexmark.ext.autolink.AutolinkExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.ext.typographic.TypographicExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.misc.Extension;
import java.util.List;
import vn.cachlamhay.model.LinkRef;

/**
 * Markdown as the portal understands it: CommonMark with tables, footnotes, bare addresses as
 * links, and typographic quotes and dashes. The HTML still holds whatever HTML the text held;
 * cleaning it is the next step's work. One parser serves all articles. Immutable and thread-safe.
 */
public final class MarkdownRenderer {

  private final Parser parser;
  private final Parser withoutAutolinks;
  private final HtmlRenderer renderer;

  /** With everything that the portal switches on. */
  public MarkdownRenderer() {
    this(
        List.of(
            TablesExtension.create(),
            FootnoteExtension.create(),
            AutolinkExtension.create(),
            TypographicExtension.create()));
  }

  /** With chosen extensions; the specification is tested on the bare parser as well. */
  MarkdownRenderer(List<Extension> extensions) {
    DataHolder options = options(extensions);
    this.parser = Parser.builder(options).build();
    this.withoutAutolinks =
        Parser.builder(
                options(
                    extensions.stream()
                        .filter(extension -> !(extension instanceof AutolinkExtension))
                        .toList()))
            .build();
    HtmlRenderer.Builder builder = HtmlRenderer.builder(options);
    PlainTexts.writeIn(builder);
    this.renderer = builder.build();
  }

  /**
   * A rendered text.
   *
   * @param html not cleaned
   * @param links every link and picture, in the order of the text
   */
  public record Rendered(String html, List<LinkRef> links) {}

  /**
   * Renders a text.
   *
   * @param file the file that it stands in, as problems name it
   * @param firstLine the line of that file on which it begins
   */
  public Rendered render(String markdown, String file, int firstLine) {
    Parser enough = BareAddresses.mayBeIn(markdown) ? parser : withoutAutolinks;
    Document document = enough.parse(markdown);
    List<LinkRef> links = new LinkCollector(document, file, firstLine).collect();
    return new Rendered(renderer.render(document), links);
  }

  /** Renders a text that stands in no file. */
  Rendered render(String markdown) {
    return render(markdown, "", 1);
  }

  private static DataHolder options(List<Extension> extensions) {
    return new MutableDataSet()
        .set(Parser.EXTENSIONS, extensions)
        .set(FootnoteExtension.FOOTNOTE_BACK_REF_STRING, "↩")
        .set(FootnoteExtension.FOOTNOTE_LINK_REF_CLASS, "footnote-ref")
        .set(FootnoteExtension.FOOTNOTE_BACK_LINK_REF_CLASS, "footnote-backref")
        .set(TablesExtension.COLUMN_SPANS, false)
        .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
        .set(TablesExtension.DISCARD_EXTRA_COLUMNS, true)
        .set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true)
        .set(HtmlRenderer.PERCENT_ENCODE_URLS, true)
        .set(HtmlRenderer.RENDER_HEADER_ID, false)
        .set(HtmlRenderer.GENERATE_HEADER_ID, false)
        .toImmutable();
  }
}
