package vn.cachlamhay.markdown;

import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.LinkType;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.html.renderer.ResolvedLink;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes mail addresses the way JBake's Markdown does: each letter as itself or as one of its two
 * character references, drawn from one row of random numbers that begins anew in each process and
 * goes on from file to file. So the disguise depends on the order of the files, and is put on after
 * they have been rendered, in that order. For one bake and one thread.
 */
public final class MailDisguise {

  /** Noncharacters of Unicode, which stand in no text, around an address in hexadecimal. */
  private static final Pattern MARKED = Pattern.compile("\ufdd0([0-9a-f]*)\ufdd1");

  // flexmark begins so too
  private final Random random = new Random(0);

  /** The HTML of {@link JBakeMarkdown#render} with its mail addresses in disguise. */
  public String putOn(String html) {
    if (html.indexOf('\ufdd0') < 0) {
      return html;
    }
    Matcher matcher = MARKED.matcher(html);
    return matcher.replaceAll(
        found -> {
          byte[] bytes = HexFormat.of().parseHex(found.group(1));
          return Matcher.quoteReplacement(disguised(new String(bytes, StandardCharsets.UTF_8)));
        });
  }

  private String disguised(String address) {
    var out = new StringBuilder();
    for (char c : address.toCharArray()) {
      switch (random.nextInt(5)) {
        case 0, 1 -> out.append("&#").append((int) c).append(';');
        case 2, 3 -> out.append("&#x").append(Integer.toHexString(c)).append(';');
        default -> out.append(c == '&' ? "&amp;" : String.valueOf(c));
      }
    }
    return out.toString();
  }

  /** Has a renderer mark the addresses instead of disguising them by itself. */
  static void markIn(HtmlRenderer.Builder renderer) {
    renderer.nodeRendererFactory(options -> marking());
  }

  private static NodeRenderer marking() {
    return () -> Set.of(new NodeRenderingHandler<>(MailLink.class, MailDisguise::mark));
  }

  private static void mark(MailLink node, NodeRendererContext context, HtmlWriter html) {
    String text = node.getText().unescape();
    if (context.isDoNotRenderLinks()) {
      html.text(text);
      return;
    }
    ResolvedLink link = context.resolveLink(LinkType.LINK, text, null);
    html.attr("href", marked("mailto:" + link.getUrl()))
        .withAttr(link)
        .tag("a")
        .raw(marked(text))
        .tag("/a");
  }

  private static String marked(String address) {
    return '\ufdd0' + HexFormat.of().formatHex(address.getBytes(StandardCharsets.UTF_8)) + '\ufdd1';
  }
}
