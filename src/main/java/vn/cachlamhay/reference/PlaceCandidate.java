package vn.cachlamhay.reference;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.cachlamhay.model.Locality;

/**
 * A unit that fits a path as far as it was read. Those go first that existed on the article's day,
 * then those directly below what was written before them, then those that bear the name rather than
 * an alias. Immutable.
 *
 * @param time how well it fits the day, 0 best; known once the path is read
 * @param skipped how far the parts of the path are from being one directly below the other
 * @param distance between the names written and those of the day
 */
record PlaceCandidate(Locality unit, int time, int skipped, int distance) {

  private static final Comparator<PlaceCandidate> BEST =
      Comparator.comparingInt(PlaceCandidate::time)
          .thenComparingInt(PlaceCandidate::skipped)
          .thenComparingInt(PlaceCandidate::distance);

  /** The first of two of the same unit, unless the second fits better. */
  static PlaceCandidate better(PlaceCandidate one, PlaceCandidate two) {
    return BEST.compare(one, two) <= 0 ? one : two;
  }

  /** The units that fit a whole path best; several where nothing decides between them. */
  static List<Locality> best(
      List<PlaceCandidate> candidates, String[] parts, Optional<LocalDate> day) {
    boolean alone = parts.length == 1;
    boolean kindWritten = PlaceNames.part(parts[0]).isPresent();
    List<PlaceCandidate> judged =
        candidates.stream().map(each -> each.judged(alone, kindWritten, day)).toList();
    Optional<PlaceCandidate> first = judged.stream().min(BEST);
    return judged.stream()
        .filter(each -> BEST.compare(each, first.orElseThrow()) == 0)
        .map(PlaceCandidate::unit)
        .distinct()
        .toList();
  }

  /**
   * The same with its time. A bare name is a province first, even one that is no more: who writes
   * "Thái Bình" does not mean the commune, unless that kind was written.
   */
  private PlaceCandidate judged(boolean alone, boolean kindWritten, Optional<LocalDate> day) {
    boolean existed = day.map(unit::existedOn).orElse(true);
    boolean province = unit.parent().isEmpty();
    int judgement;
    if (!alone) {
      judgement = existed ? 0 : 1;
    } else if (existed) {
      judgement = province ? 0 : kindWritten ? 1 : 3;
    } else {
      judgement = province ? 2 : 4;
    }
    return new PlaceCandidate(unit, judgement, skipped, distance);
  }
}
