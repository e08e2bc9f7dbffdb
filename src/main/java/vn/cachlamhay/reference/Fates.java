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
  List<String> of(Locality unit) {
    var lines = new ArrayList<String>();
    for (int i = 1; i < unit.namings().size(); i++) {
      Locality.Naming before = unit.namings().get(i - 1);
      Locality.Naming after = unit.namings().get(i);
      before
          .period()
          .dayAfter()
          .ifPresent(
              day ->
                  lines.add(
                      since(day)
                          + "là "
                          + after.fullName()
                          + by(before.by())
                          + ", trước đó là "
                          + before.fullName()));
    }
    end(unit).ifPresent(lines::add);
    Locality province = unit.province();
    if (!province.equals(unit)) {
      end(province)
          .map(line -> line.replaceFirst("^Từ", "từ"))
          .ifPresent(line -> lines.add(province.headline() + ": " + line));
    }
    return lines;
  }

  /** What a unit was made from, or took in later, one sentence a day. */
  List<String> origins(Locality unit) {
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

  private static String origin(Locality unit, LocalDate day, List<Locality> before) {
    boolean made = unit.from().filter(day::equals).isPresent();
    String parts =
        before.stream()
            .map(
                part ->
                    part.isSplit() ? "một phần " + nameBefore(part, day) : nameBefore(part, day))
            .collect(Collectors.joining(", "));
    String by =
        before.stream()
            .map(Locality::by)
            .filter(resolution -> !resolution.isEmpty())
            .distinct()
            .collect(Collectors.joining("; "));
    return since(day) + (made ? "lập trên địa bàn " : "gồm cả ") + parts + " trước đây" + by(by);
  }

  private static String nameBefore(Locality unit, LocalDate day) {
    return unit.namingOn(day.minusDays(1)).fullName();
  }

  private Optional<String> end(Locality unit) {
    return unit.life().dayAfter().map(day -> since(day) + became(unit, day) + by(unit.by()));
  }

  private String became(Locality unit, LocalDate day) {
    List<Locality> successors = gazetteer.successors(unit);
    if (successors.isEmpty()) {
      return "không còn đơn vị này";
    }
    if (successors.size() > 1) {
      return "chia thành " + list(successors, day);
    }
    Locality next = successors.get(0);
    boolean same =
        next.from().filter(day::equals).isPresent() && gazetteer.predecessors(next).size() == 1;
    return (same ? "là " : "thuộc ") + fullNameOn(next, day);
  }

  /** The names of several units; the province is named once where it is the same of all. */
  private static String list(List<Locality> units, LocalDate day) {
    List<Locality> provinces = units.stream().map(Locality::province).distinct().toList();
    boolean together =
        provinces.size() == 1 && units.stream().allMatch(unit -> unit.parent().isPresent());
    String names =
        units.stream()
            .map(unit -> together ? unit.namingOn(day).fullName() : fullNameOn(unit, day))
            .collect(Collectors.joining(", "));
    return together ? names + " (" + fullNameOn(provinces.get(0), day) + ")" : names;
  }

  private static String fullNameOn(Locality unit, LocalDate day) {
    return unit.parent().isEmpty() ? unit.namingOn(day).fullName() : unit.displayNameOn(day);
  }

  private static String since(LocalDate day) {
    return "Từ " + VietnameseDates.plainDay(day) + " ";
  }

  private static String by(String resolution) {
    return resolution.isEmpty() ? "" : " (" + resolution + ")";
  }
}
