package vn.cachlamhay.recognition;

import java.util.Optional;
import vn.cachlamhay.recognition.Finding.Certainty;
import vn.cachlamhay.recognition.Finding.Where;
import vn.cachlamhay.richtext.Hint;

/** Says where a text comes from, as far as its lines did not say it. Stateless. */
final class AddressFinder {

  private AddressFinder() {}

  static void find(Work work) {
    for (String address : work.hints(Hint.About.ADDRESS)) {
      work.found(
          Field.SOURCE,
          address,
          work.has(Field.SOURCE) ? Certainty.GUESS : Certainty.LIKELY,
          Where.ADDRESS,
          address);
    }
    complete(work);
  }

  /** A board of a province is named without it on its own pages: the place of the text tells it. */
  private static void complete(Work work) {
    Optional<Finding> agency = work.best(Field.AGENCY);
    Optional<String> province =
        work.best(Field.LOCALITY)
            .filter(place -> place.certainty() != Certainty.GUESS)
            .map(place -> place.value().split("/")[0]);
    if (agency.isPresent() && province.isPresent()) {
      Finding found = agency.get();
      String key = Letters.key(found.value());
      if (key.endsWith("tỉnh ủy") || key.endsWith("thành ủy")) {
        work.replace(
            found,
            new Finding(
                found.field(),
                found.value() + " " + province.get(),
                found.certainty(),
                found.where(),
                found.quote()));
      }
    }
  }
}
