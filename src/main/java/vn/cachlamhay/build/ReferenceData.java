package vn.cachlamhay.build;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.Views;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.PlaceKinds;
import vn.cachlamhay.reference.PracticeTerms;
import vn.cachlamhay.reference.Topics;
import vn.cachlamhay.stats.ViewsFile;

/**
 * What the folder of reference data says. Immutable.
 *
 * @param terms by which best practices are recognised
 * @param kinds of places
 * @param views how often articles were read
 */
record ReferenceData(
    Gazetteer gazetteer, Topics topics, PracticeTerms terms, PlaceKinds kinds, Views views) {

  /**
   * Reads all of it.
   *
   * @throws SiteException naming every fault of every file
   */
  static ReferenceData load(SiteConfig config) {
    var faults = new Problems();
    Path data = config.data();
    Optional<Gazetteer> places =
        load(() -> Gazetteer.load(data.resolve("localities.yaml")), faults);
    Optional<Topics> themes = load(() -> Topics.load(data.resolve("topics.yaml")), faults);
    Optional<PracticeTerms> terms =
        load(() -> PracticeTerms.load(data.resolve("practice.yaml")), faults);
    Optional<PlaceKinds> kinds =
        places.flatMap(
            known -> load(() -> PlaceKinds.load(data.resolve("practice.yaml"), known), faults));
    Path counted = data.resolve(ViewsFile.NAME);
    Optional<Views> views = load(() -> ViewsFile.read(counted, config.relative(counted)), faults);
    if (faults.hasErrors()) {
      throw new SiteException(faults.sorted(), null);
    }
    return new ReferenceData(
        places.orElseThrow(),
        themes.orElseThrow(),
        terms.orElseThrow(),
        kinds.orElseThrow(),
        views.orElseThrow());
  }

  private static <T> Optional<T> load(Supplier<T> loading, Problems faults) {
    try {
      return Optional.of(loading.get());
    } catch (SiteException e) {
      faults.addAll(e.problems());
      return Optional.empty();
    }
  }
}
