package mau;

import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.Locale;
import org.jbake.parser.MarkupEngine;
import org.jbake.parser.ParserContext;

/** A markup of a site's own: a header may be missing, and a second date counts more than the first. */
public class ShoutingEngine extends MarkupEngine {

  @Override
  public void processHeader(ParserContext context) {
    if (!context.hasHeader()) {
      context.getDocumentModel().setType("post");
      context.getDocumentModel().setStatus("published");
      context.getDocumentModel().setTitle("Không đề");
    }
    Object day = context.getDocumentModel().get("day");
    if (day != null) {
      try {
        context.setDate(new SimpleDateFormat("yyyy-MM-dd").parse(day.toString()));
      } catch (ParseException e) {
        throw new IllegalArgumentException(e);
      }
    }
  }

  @Override
  public void processBody(ParserContext context) {
    context.setBody("<p>" + context.getBody().trim().toUpperCase(Locale.ROOT) + "!</p>");
  }
}
