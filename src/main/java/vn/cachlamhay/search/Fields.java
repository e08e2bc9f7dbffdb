package vn.cachlamhay.search;

import java.util.ArrayList;
import java.util.List;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Heading;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Term;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.page.SearchDocument;
import vn.cachlamhay.text.VietnameseText;

/** What of an article is searched: places under all the names that they ever had. Stateless. */
final class Fields {

  private Fields() {}

  static List<Field> of(SearchDocument document) {
    Article article = document.article();
    var fields = new ArrayList<Field>();
    fields.add(new Field(VietnameseText.nfc(article.title()), Field.TITLE));
    var lead = new StringBuilder();
    line(lead, article.summary());
    line(lead, article.caption());
    article.body().headings().stream().map(Heading::text).forEach(text -> line(lead, text));
    for (Locality place : document.places()) {
      place.namings().forEach(naming -> line(lead, naming.fullName()));
      place.attributes().aliases().forEach(alias -> line(lead, alias));
    }
    article.topics().stream()
        .flatMap(topic -> topic.selfAndAncestors().stream())
        .map(Topic::name)
        .distinct()
        .forEach(name -> line(lead, name));
    article.tags().stream().map(Term::name).forEach(name -> line(lead, name));
    article.authors().stream().map(Term::name).forEach(name -> line(lead, name));
    line(lead, article.agency());
    fields.add(new Field(VietnameseText.nfc(lead.toString()), Field.LEAD));
    fields.add(new Field(VietnameseText.nfc(article.body().text().read()), Field.BODY));
    return fields;
  }

  /** A line end keeps words of different parts from making pairs. */
  private static void line(StringBuilder lines, String text) {
    lines.append(text).append('\n');
  }
}
