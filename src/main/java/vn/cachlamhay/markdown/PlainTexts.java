package vn.cachlamhay.markdown;

import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.Set;

/**
 * Writes text as flexmark does, which goes through it four times for what has to be unescaped, ends
 * a line, or has to be escaped; most has nothing of that, and one look tells. Stateless.
 */
final class PlainTexts {

  private static final long SIGNS = 1L << '&' | 1L << '<' | 1L << '>' | 1L << '"';
  private static final long LINE_ENDS = 1L << '\r' | 1L << '\n';

  private PlainTexts() {}

  /** Has a renderer write texts so. */
  static void writeIn(HtmlRenderer.Builder renderer) {
    renderer.nodeRendererFactory(options -> writing());
  }

  private static NodeRenderer writing() {
    return () -> Set.of(new NodeRenderingHandler<>(Text.class, PlainTexts::write));
  }

  private static void write(Text node, NodeRendererContext context, HtmlWriter html) {
    String text = node.getChars().toString();
    if (isPlain(text)) {
      html.raw(text);
    } else {
      html.text(Escaping.normalizeEOL(node.getChars().unescape()));
    }
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < Long.SIZE ? ((SIGNS | LINE_ENDS) >>> c & 1) != 0 : c == '\\') {
        return false;
      }
    }
    return true;
  }
}
