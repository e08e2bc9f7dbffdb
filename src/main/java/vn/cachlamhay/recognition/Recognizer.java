package vn.cachlamhay.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Topics;
import vn.cachlamhay.richtext.Hint;
import vn.cachlamhay.richtext.Passage;

/**
 * Finds out what a text says of itself: title, day, authors, paper, lead, captions, tags, places,
 * topics, figures; and which of its lines are furniture of the page that it was copied from. A
 * sentence of the text itself is never taken away: what is in doubt stays. The lead stays too,
 * since the page of an article does not show its summary. Immutable and thread-safe.
 */
public final class Recognizer {

  private final SentenceCase cases;
  private final TitleFinder titles;
  private final BylineFinder bylines;
  private final PlaceFinder places;
  private final TopicFinder topics;

  /** For a site with these places and topics; made once a run. */
  public Recognizer(Gazetteer places, Topics topics) {
    this.cases = new SentenceCase(places);
    this.titles = new TitleFinder(cases);
    this.bylines = new BylineFinder(places);
    this.places = new PlaceFinder(places);
    this.topics = new TopicFinder(topics);
  }

  /**
   * Looks through a text.
   *
   * @param passages its lines, numbered from 0 without gaps
   * @param hints what its document says of itself, the most trustworthy first among those of a kind
   * @param today no article is of a later day
   */
  public Findings recognize(List<Passage> passages, List<Hint> hints, LocalDate today) {
    var work = new Work(passages, hints);
    // furniture first, so that no menu is taken for a title; then what is told by where it stands
    FurnitureFinder.everywhere(work);
    titles.find(work);
    DateFinder.find(work, today);
    int end = FurnitureFinder.end(work);
    TagFinder.find(work);
    bylines.find(work, end);
    FurnitureFinder.above(work, cases);
    FurnitureFinder.below(work, end);
    AgencyFinder.find(work);
    CaptionFinder.find(work, end);
    LeadFinder.find(work);
    places.find(work, day(work), today);
    topics.find(work);
    AddressFinder.find(work);
    return work.result(FigureFinder.find(work));
  }

  private static Optional<LocalDate> day(Work work) {
    return work.best(Field.DATE)
        .map(Finding::value)
        .map(value -> LocalDate.parse(value.substring(0, 10)));
  }
}
