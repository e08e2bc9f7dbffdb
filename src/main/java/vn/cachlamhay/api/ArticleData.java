package vn.cachlamhay.api;

import java.util.Map;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Media;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.model.Term;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.page.Cards;
import vn.cachlamhay.page.DataArticle;
import vn.cachlamhay.page.DataPlace;
import vn.cachlamhay.text.VietnameseDates;

/** What a file tells of an article; its text stays on its page. Immutable. */
record ArticleData(Addresses addresses) {

  Fields of(DataArticle data) {
    Article article = data.article();
    return new Fields()
        .with("id", article.uri())
        .with("type", article.type())
        .with("url", addresses.of(article.uri()))
        .with("title", article.title())
        .text("summary", Cards.summary(article))
        .maybe("date", article.date().map(ArticleData::iso))
        .maybe("updated", article.updated().map(ArticleData::iso))
        .text("correction", article.correction())
        .with("authors", data.authors().stream().map(Term::name).toList())
        .text("agency", article.agency())
        .text("source", article.origin())
        .with("localities", data.places().stream().map(ArticleData::place).toList())
        .with("topics", article.topics().stream().map(ArticleData::topic).toList())
        .with("tags", data.tags().stream().map(Term::name).toList())
        .maybe("image", article.image().map(image -> image(article, image)));
  }

  private static Map<String, Object> place(DataPlace place) {
    return new Fields()
        .with("key", place.key())
        .with("name", place.name())
        .maybe("today", place.today().map(ArticleData::unit))
        .maybe("province", place.province().map(ArticleData::unit))
        .map();
  }

  private static Map<String, Object> unit(DataPlace.Unit unit) {
    return new Fields().with("key", unit.key()).with("name", unit.name()).map();
  }

  private static Map<String, Object> topic(Topic topic) {
    return new Fields().with("key", topic.key()).with("name", topic.name()).map();
  }

  private Map<String, Object> image(Article article, Media image) {
    var fields = new Fields().with("url", addresses.of(image.uri()));
    if (image.width() > 0 && image.height() > 0) {
      fields.with("width", image.width()).with("height", image.height());
    }
    return fields.text("caption", article.caption()).map();
  }

  static String iso(Moment moment) {
    return VietnameseDates.iso(moment.at());
  }
}
