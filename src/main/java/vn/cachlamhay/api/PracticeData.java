package vn.cachlamhay.api;

import java.util.Locale;
import java.util.Map;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.Practice;
import vn.cachlamhay.model.Quantity;
import vn.cachlamhay.page.DataArticle;

/**
 * What a file tells of a best practice: all that it tells of an article, then what was recognised
 * in its text. Immutable.
 */
record PracticeData(Addresses addresses) {

  Fields of(DataArticle data) {
    String uri = data.article().uri();
    Practice practice = data.article().body().practice();
    return new ArticleData(addresses)
        .of(data)
        .with("parts", practice.parts().stream().map(part -> part(uri, part)).toList())
        .with("steps", practice.steps().stream().map(step -> step(uri, step)).toList())
        .with("figures", practice.figures().stream().map(row -> figure(uri, row)).toList())
        .with("lessons", practice.lessons().stream().map(each -> lesson(uri, each)).toList());
  }

  private Map<String, Object> part(String uri, Practice.Part part) {
    return new Fields()
        .with("kind", part.kind().key())
        .with("heading", part.heading())
        .with("url", addresses.of(uri, part.section()))
        .map();
  }

  private Map<String, Object> step(String uri, Practice.Step step) {
    return new Fields()
        .with("title", step.title())
        .with("url", addresses.of(uri, step.anchor()))
        .map();
  }

  private Map<String, Object> lesson(String uri, Practice.Lesson lesson) {
    return new Fields()
        .with("text", lesson.text())
        .with("url", addresses.of(uri, lesson.anchor()))
        .map();
  }

  private Map<String, Object> figure(String uri, Figure figure) {
    return new Fields()
        .with("indicator", figure.indicator())
        .text("unit", figure.unit())
        .text("place", figure.place())
        .maybe("target", figure.target().map(PracticeData::quantity))
        .maybe("value", figure.value().map(PracticeData::quantity))
        .maybe("share", figure.share().map(PracticeData::quantity))
        .maybe("year", figure.year())
        .text("period", figure.period())
        .text("note", figure.note())
        .with("url", addresses.of(uri, figure.anchor()))
        .map();
  }

  private static Map<String, Object> quantity(Quantity quantity) {
    return new Fields()
        .with("number", Json.plain(quantity.value()))
        .maybe("upper", quantity.upper().map(Json::plain))
        .maybe("whole", quantity.whole().map(Json::plain))
        .text("unit", quantity.unit())
        .with("qualifier", quantity.qualifier().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .with("written", quantity.written())
        .map();
  }
}
