package vn.cachlamhay.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cachlamhay.recognition.Finding.Certainty;
import vn.cachlamhay.recognition.Finding.Where;
import vn.cachlamhay.reference.Gazetteer;

/**
 * Finds the most specific places that a text is about: those that its title names, or else the one
 * below which most of the names lie. Immutable and thread-safe.
 */
final class PlaceFinder {

  private static final int IN_TITLE = 8;
  private static final int IN_BEGINNING = 3;
  private static final int FIRST_ROWS = 2;
  private static final int MOST_IN_TITLE = 3;
  private static final int MOST_GUESSES = 4;

  /** Which share of the names lies below a place of which a text is to be about. */
  private static final double MOST = 0.6;

  /** Law 72/2025/QH15. */
  private static final LocalDate LAST_DISTRICTS = LocalDate.of(2025, 6, 30);

  private final PlaceScanner scanner;
  private final Gazetteer gazetteer;

  PlaceFinder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.scanner = new PlaceScanner(gazetteer);
  }

  /**
   * @param day of the article, as far as it is known
   */
  void find(Work work, Optional<LocalDate> day, LocalDate today) {
    var mentions = new ArrayList<PlaceMention>();
    Map<Integer, Integer> weights = weights(work);
    weights.keySet().forEach(row -> mentions.addAll(scanner.scan(row, work.row(row).text())));
    var choice =
        new PlaceChoice(
            gazetteer, mentions, agencies(work), day.orElseGet(() -> likely(work, today)));
    Map<String, Scored> scored = scores(mentions, weights, choice, day, work);
    if (scored.isEmpty()) {
      home(choice, day, work);
    } else {
      tell(scored, work);
    }
  }

  /** A text that names no place is about the province whose paper or board has it. */
  private static void home(PlaceChoice choice, Optional<LocalDate> day, Work work) {
    Optional<Finding> agency = work.best(Field.AGENCY);
    if (agency.isPresent()) {
      choice
          .onlyProvince()
          .flatMap(path -> choice.written(path, day))
          .ifPresent(
              path ->
                  work.found(
                      Field.LOCALITY,
                      path,
                      agency.get().certainty(),
                      agency.get().where(),
                      agency.get().value()));
    }
  }

  /** Who writes of a district writes before there were none. */
  private static LocalDate likely(Work work, LocalDate today) {
    for (int i = 0; i < work.size(); i++) {
      String text = work.row(i).text();
      if (text.contains("huyện") || text.contains("Huyện ủy") || text.contains("Huyện uỷ")) {
        return LAST_DISTRICTS;
      }
    }
    return today;
  }

  /** A place with what speaks for it. */
  private static final class Scored {
    private final String value;
    private final String quote;
    private final int row;
    private double points;
    private boolean inTitle;

    private Scored(String value, PlaceMention first) {
      this.value = value;
      this.quote = first.quote();
      this.row = first.row();
    }

    private boolean isWithin(Scored other) {
      return value.startsWith(other.value + "/");
    }
  }

  private static Map<Integer, Integer> weights(Work work) {
    var weights = new LinkedHashMap<Integer, Integer>();
    int first = 0;
    for (int i = 0; i < work.size(); i++) {
      boolean title = i == work.title();
      boolean caption = work.best(Field.CAPTION).isPresent() && isCaption(work, i);
      if (title) {
        weights.put(i, IN_TITLE);
      } else if (!work.isTaken(i) || caption) {
        boolean beginning = work.row(i).isProse() && first++ < FIRST_ROWS;
        weights.put(i, beginning ? IN_BEGINNING : 1);
      }
    }
    return weights;
  }

  private static boolean isCaption(Work work, int row) {
    return work.best(Field.CAPTION).filter(f -> f.value().equals(work.row(row).text())).isPresent();
  }

  private static List<String> agencies(Work work) {
    var names = new ArrayList<String>();
    work.best(Field.AGENCY).ifPresent(found -> names.add(found.value()));
    work.hints().forEach(hint -> names.add(hint.value()));
    return names;
  }

  private Map<String, Scored> scores(
      List<PlaceMention> mentions,
      Map<Integer, Integer> weights,
      PlaceChoice choice,
      Optional<LocalDate> day,
      Work work) {
    var scored = new LinkedHashMap<String, Scored>();
    for (PlaceMention mention : mentions) {
      Optional<String> value = choice.of(mention).flatMap(path -> choice.written(path, day));
      if (value.isPresent()) {
        Scored place = scored.computeIfAbsent(value.get(), v -> new Scored(v, mention));
        place.points += weights.get(mention.row()) * (mention.hasKind() ? 1.25 : 1);
        place.inTitle |= mention.row() == work.title();
      }
    }
    return scored;
  }

  private static void tell(Map<String, Scored> scored, Work work) {
    List<Scored> all = List.copyOf(scored.values());
    List<Scored> titled =
        all.stream()
            .filter(place -> place.inTitle)
            .filter(place -> all.stream().noneMatch(o -> o.inTitle && o.isWithin(place)))
            .limit(MOST_IN_TITLE)
            .toList();
    List<Scored> best = titled.isEmpty() ? most(all).stream().toList() : titled;
    best.forEach(place -> tell(place, Certainty.LIKELY, work));
    all.stream()
        .filter(place -> !best.contains(place))
        .filter(place -> best.stream().noneMatch(b -> b.isWithin(place)))
        .sorted(Comparator.<Scored>comparingDouble(place -> -place.points))
        .limit(MOST_GUESSES)
        .forEach(place -> tell(place, Certainty.GUESS, work));
  }

  private static void tell(Scored place, Certainty certainty, Work work) {
    Where where = place.row == work.title() ? Where.HEADING : Where.TEXT;
    work.found(Field.LOCALITY, place.value, certainty, where, place.quote);
  }

  /** From the province down, as long as most of the names lie below one place. */
  private static Optional<Scored> most(List<Scored> all) {
    Map<String, Double> whole = new HashMap<>();
    for (Scored place : all) {
      for (int end = place.value.length(); end > 0; end = place.value.lastIndexOf('/', end - 1)) {
        whole.merge(place.value.substring(0, end), place.points, Double::sum);
      }
    }
    String at = "";
    boolean deeper = true;
    while (deeper) {
      deeper = false;
      String above = at;
      Optional<Map.Entry<String, Double>> next =
          whole.entrySet().stream()
              .filter(e -> isBelow(e.getKey(), above))
              .max(Comparator.comparingDouble(Map.Entry::getValue));
      double own = own(above, all);
      boolean most =
          next.map(Map.Entry::getValue)
              .filter(below -> below >= own && below >= MOST * (whole(above, whole) - own / 2))
              .isPresent();
      if (most) {
        at = next.get().getKey();
        deeper = true;
      }
    }
    String value = at;
    return all.stream()
        .filter(place -> place.value.equals(value))
        .findFirst()
        .or(() -> value.isEmpty() ? Optional.empty() : named(value, all));
  }

  private static double whole(String value, Map<String, Double> whole) {
    return whole.entrySet().stream()
        .filter(e -> value.isEmpty() ? !e.getKey().contains("/") : e.getKey().equals(value))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  private static double own(String value, List<Scored> all) {
    return all.stream().filter(place -> place.value.equals(value)).mapToDouble(p -> p.points).sum();
  }

  /** A place that only those below it name. */
  private static Optional<Scored> named(String value, List<Scored> all) {
    return all.stream()
        .filter(place -> place.value.startsWith(value + "/"))
        .max(Comparator.comparingDouble(place -> place.points));
  }

  private static boolean isBelow(String path, String above) {
    String rest =
        above.isEmpty()
            ? path
            : path.startsWith(above + "/") ? path.substring(above.length() + 1) : "/";
    return !rest.contains("/");
  }
}
