package vn.cachlamhay.jbake;

import java.util.Locale;
import org.jbake.parser.MarkupEngine;
import org.jbake.parser.ParserContext;

/** A site's own markup for these tests, registered for the extension {@code .shout}. */
public class ShoutEngine extends MarkupEngine {

  /** Something that it looks at beside the file. */
  public static volatile String echo = "";

  @Override
  public void processBody(ParserContext context) {
    context.setBody(
        "<p>" + context.getBody().strip().toUpperCase(Locale.ROOT) + "!" + echo + "</p>");
  }
}
