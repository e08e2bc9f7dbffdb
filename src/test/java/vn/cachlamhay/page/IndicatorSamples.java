package vn.cachlamhay.page;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.reference.Gazetteer;

/** Indicators of a few articles. Stateless. */
public final class IndicatorSamples {

  private IndicatorSamples() {}

  /** The figures of articles. */
  public static Indicators of(Article... articles) {
    Gazetteer gazetteer = Gazetteer.load(Path.of("data/localities.yaml"));
    var library = Samples.library(List.of(articles));
    var shelves = new Shelves(library.articles(), false, gazetteer);
    return Indicators.of(shelves, new PlaceNotes(shelves, gazetteer, LocalDate.of(2026, 11, 23)));
  }
}
