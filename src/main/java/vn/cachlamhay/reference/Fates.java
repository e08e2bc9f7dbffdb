package vn.cachlamhay.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.text.VietnameseDates;

/**
 * What became of a unit and what it was made from, in sentences for readers: "Từ 1/7/2025 thuộc
 * tỉnh Lâm Đồng (Nghị quyết 202/2025/QH15)". Names and kinds are those of the day of which a
 * sentence tells. Immutable and thread-safe.
 */
final class Fates {

  private final Gazetteer gazetteer;

  Fates(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * The sentences without full stops, in the order of time: changes of name or kind, the unit's own
   * end, and the end of the province above it, which is named.
   */
  List<HistoryLine> of(Locality unit) {
    var lines = new ArrayList<HistoryLine>();
    for (int i = 1; i < unit.namings().size(); i++) {
      Locality.Naming before = unit.namings().get(i - 1);
      Locality.Naming after = unit.namings().get(i);
      before.period().dayAfter().ifPresent(day -> lines.add(renamed(before, after, day)));
    }
    end(unit, sentence("Từ ")).ifPresent(lines::add);
    Locality province = unit.province();
    if (!province.equals(unit)) {
      var line = new HistoryLine.Builder().name(province.headline(), province).words(": từ ");
      end(province, line).ifPresent(lines::add);
    }
    return lines;
  }

  /** What a unit was made from, or took in later, one sentence a day. */
  List<HistoryLine> origins(Locality unit) {
    var days = new LinkedHashMap<LocalDate, List<Locality>>();
    for (Locality before : gazetteer.predecessors(unit)) {
      before
          .life()
          .dayAfter()
          .ifPresent(day -> days.computeIfAbsent(day, d -> new ArrayList<>()).add(before));
    }
    return days.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> origin(unit, entry.getKey(), entry.getValue()))
        .toList();
  }

  private static HistoryLine renamed(Locality.Naming before, Locality.Naming after, LocalDate day) {
    return sentence("Từ ")
        .words(VietnameseDates.plainDay(day) + " là " + after.fullName() + by(before.by()))
        .words(", trước đó là " + before.fullName())
        .build();
  }

  private static HistoryLine origin(Locality unit, LocalDate day, List<Locality> before) {
    boolean made = unit.from().filter(day::equals).isPresent();
    var line =
        sentence("Từ ")
            .words(VietnameseDates.plainDay(day))
            .words(made ? " lập trên địa bàn " : " gồm cả ");
    String comma = "";
    for (Locality part : before) {
      String name = part.namingOn(day.minusDays(1)).fullName();
      line.words(comma + (part.isSplit() ? "một phần " : "")).name(name, part);
      comma = ", ";
    }
    String by =
        before.stream()
            .map(Locality::by)
            .filter(resolution -> !resolution.isEmpty())
            .distinct()
            .collect(Collectors.joining("; "));
    return line.words(" trước đây" + by(by)).build();
  }

  /** Goes on with the end of a unit, if it has come to one. */
  private Optional<HistoryLine> end(Locality unit, HistoryLine.Builder line) {
    return unit.life()
        .dayAfter()
        .map(
            day -> {
              line.words(VietnameseDates.plainDay(day) + " ");
              became(unit, day, line);
              return line.words(by(unit.by())).build();
            });
  }

  private void became(Locality unit, LocalDate day, HistoryLine.Builder line) {
    List<Locality> successors = gazetteer.successors(unit);
    if (successors.isEmpty()) {
      line.words("không còn đơn vị này");
    } else if (successors.size() > 1) {
      line.words("chia thành ");
      list(successors, day, line);
    } else {
      Locality next = successors.get(0);
      boolean same =
          next.from().filter(day::equals).isPresent() && gazetteer.predecessors(next).size() == 1;
      line.words(same ? "là " : "thuộc ").name(next.sentenceNameOn(day), next);
    }
  }

  /** The names of several units; the province is named once where it is the same of all. */
  private static void list(List<Locality> units, LocalDate day, HistoryLine.Builder line) {
    List<Locality> provinces = units.stream().map(Locality::province).distinct().toList();
    boolean together =
        provinces.size() == 1 && units.stream().allMatch(unit -> unit.parent().isPresent());
    String comma = "";
    for (Locality unit : units) {
      String name = together ? unit.namingOn(day).fullName() : unit.sentenceNameOn(day);
      line.words(comma).name(name, unit);
      comma = ", ";
    }
    if (together) {
      Locality province = provinces.get(0);
      line.words(" (").name(province.sentenceNameOn(day), province).words(")");
    }
  }

  private static HistoryLine.Builder sentence(String beginning) {
    return new HistoryLine.Builder().words(beginning);
  }

  private static String by(String resolution) {
    return resolution.isEmpty() ? "" : " (" + resolution + ")";
  }
}
