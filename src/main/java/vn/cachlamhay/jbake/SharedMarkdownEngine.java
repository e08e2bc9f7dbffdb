package vn.cachlamhay.jbake;

import org.jbake.parser.MarkupEngine;
import org.jbake.parser.ParserContext;
import vn.cachlamhay.markdown.JBakeMarkdown;

/** JBake's Markdown engine with one parser for all files of a site. Thread-safe. */
final class SharedMarkdownEngine extends MarkupEngine {

  private final JBakeMarkdown markdown;

  SharedMarkdownEngine(JBakeMarkdown markdown) {
    this.markdown = markdown;
  }

  @Override
  public void processBody(ParserContext context) {
    context.setBody(markdown.render(context.getBody()));
  }
}
