package vn.cachlamhay.page;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.reference.Gazetteer;

/** Tells where articles are from: by the names of their day, and of today. Thread-safe. */
final class PlaceNotes {

  private final Shelves shelves;
  private final Gazetteer gazetteer;
  private final LocalDate today;

  PlaceNotes(Shelves shelves, Gazetteer gazetteer, LocalDate today) {
    this.shelves = shelves;
    this.gazetteer = gazetteer;
    this.today = today;
  }

  /** The places of an article, by the names of its day and of today. */
  List<PlaceLine> of(Article article) {
    LocalDate day = article.date().map(Moment::day).orElse(today);
    return article.localities().stream().map(unit -> line(unit, day)).toList();
  }

  private PlaceLine line(Locality unit, LocalDate day) {
    Link then = link(capital(unit.sentenceNameOn(day)), unit);
    return unit.existedOn(today) ? renamed(unit, day, then) : ended(unit, then);
  }

  private PlaceLine renamed(Locality unit, LocalDate day, Link then) {
    String now = unit.sentenceNameOn(today);
    return now.equals(unit.sentenceNameOn(day))
        ? new PlaceLine(then, "", null)
        : new PlaceLine(then, "nay là", link(now, unit));
  }

  private PlaceLine ended(Locality unit, Link then) {
    List<Locality> successors = gazetteer.successors(unit);
    if (successors.size() == 1) {
      Optional<PlaceLine> whole = wentInto(unit, then);
      if (whole.isPresent()) {
        return whole.get();
      }
    }
    Optional<Locality> province = gazetteer.provinceOn(unit, today);
    if (province.isEmpty()) {
      return new PlaceLine(then, "đơn vị trước đây", null);
    }
    boolean divided =
        province.get().equals(unit.province())
            && successors.size() > 1
            && successors.stream().allMatch(next -> next.existedOn(today));
    String became = divided ? "nay chia thành %s của".formatted(number(successors)) : "nay thuộc";
    return new PlaceLine(then, became, link(province.get().namingOn(today).name(), province.get()));
  }

  /** What the whole of a unit is today; empty where it was split later, or ended otherwise. */
  private Optional<PlaceLine> wentInto(Locality unit, Link then) {
    var met = new HashSet<Locality>();
    boolean same = true;
    Locality at = unit;
    while (!at.existedOn(today)) {
      List<Locality> next = gazetteer.successors(at);
      if (next.size() != 1 || !met.add(at)) {
        return Optional.empty();
      }
      Optional<LocalDate> end = at.life().dayAfter();
      at = next.get(0);
      same &= at.from().equals(end) && gazetteer.predecessors(at).size() == 1;
    }
    String name = same ? at.sentenceNameOn(today) : at.displayNameOn(today);
    return Optional.of(new PlaceLine(then, same ? "nay là" : "nay thuộc", link(name, at)));
  }

  private String number(List<Locality> units) {
    List<String> kinds = units.stream().map(u -> u.namingOn(today).kind()).distinct().toList();
    return units.size() + " " + (kinds.size() == 1 ? kinds.get(0) : "đơn vị");
  }

  private Link link(String title, Locality unit) {
    return new Link(title, shelves.hasPage(unit) ? Uris.of(unit) : "");
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
