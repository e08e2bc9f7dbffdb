package vn.cachlamhay.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Resolution;

/**
 * Reads the places of an article. Commas stand between several places; where what stands between
 * them is one place from the small to the large ("Bắc Sơn, Lạng Sơn"), that is told, since taken as
 * several places it would be wrong without anybody noticing. Immutable and thread-safe.
 */
final class LocalityReader {

  private final Gazetteer gazetteer;

  LocalityReader(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** The units, each once; what is not understood is told and left out. */
  List<Locality> read(List<FrontMatter.Item> items, Optional<LocalDate> day, Problems problems) {
    var found = new ArrayList<Locality>();
    int i = 0;
    while (i < items.size()) {
      int parts = partsOfOnePath(items.subList(i, items.size()), day);
      FrontMatter.Item item = joined(items.subList(i, i + parts));
      one(item, day, problems).filter(unit -> !found.contains(unit)).ifPresent(found::add);
      i += parts;
    }
    return found;
  }

  private Optional<Locality> one(
      FrontMatter.Item item, Optional<LocalDate> day, Problems problems) {
    Resolution<Locality> resolution = gazetteer.resolve(item.text(), day);
    String text = item.text();
    SourcePos pos = item.pos();
    if (resolution instanceof Resolution.Found<Locality> hit) {
      return Optional.of(hit.value());
    } else if (resolution instanceof Resolution.Made<Locality> made) {
      problems.add(
          ProblemCode.DIA_PHUONG_NGOAI_DANH_SACH, pos, text, made.nearest(), Gazetteer.FILE);
      return Optional.of(made.value());
    } else if (resolution instanceof Resolution.Ambiguous<Locality> many) {
      problems.add(ProblemCode.DIA_PHUONG_MO_HO, pos, text, joined(many.choices(), " | "));
    } else if (resolution instanceof Resolution.Code<Locality> code) {
      problems.add(ProblemCode.DIA_PHUONG_MA_SO, pos, text, joined(code.choices(), " | "));
    } else if (resolution instanceof Resolution.Commas<Locality> commas) {
      problems.add(ProblemCode.DIA_PHUONG_DAU_PHAY, pos, text, commas.spelling());
    } else if (resolution instanceof Resolution.Unknown<Locality> none) {
      problems.add(ProblemCode.KHONG_RO_DIA_PHUONG, pos, text, none.nearest(), Gazetteer.FILE);
    }
    return Optional.empty();
  }

  /** How many of the first items are one path, the small before the large; mostly one. */
  private int partsOfOnePath(List<FrontMatter.Item> items, Optional<LocalDate> day) {
    if (items.get(0).text().contains("/")) {
      return 1;
    }
    Resolution<Locality> alone = gazetteer.resolve(items.get(0).text(), day);
    Optional<Locality> meant =
        alone instanceof Resolution.Found<Locality> hit
            ? Optional.of(hit.value())
            : Optional.empty();
    if (meant.filter(unit -> unit.parent().isEmpty()).isPresent()) {
      return 1;
    }
    for (int parts = items.size(); parts > 1; parts--) {
      Optional<Locality> whole = asPath(items.subList(0, parts), day);
      if (whole.isPresent() && (meant.isEmpty() || meant.equals(whole))) {
        return parts;
      }
    }
    return 1;
  }

  private Optional<Locality> asPath(List<FrontMatter.Item> items, Optional<LocalDate> day) {
    var path = new ArrayList<String>();
    for (FrontMatter.Item item : items) {
      path.add(0, item.text());
    }
    boolean plain = path.subList(1, path.size()).stream().noneMatch(part -> part.contains("/"));
    if (!plain) {
      return Optional.empty();
    }
    Resolution<Locality> resolution = gazetteer.resolve(String.join("/", path), day);
    if (resolution instanceof Resolution.Found<Locality> hit) {
      return Optional.of(hit.value());
    }
    return resolution instanceof Resolution.Made<Locality> made
        ? Optional.of(made.value())
        : Optional.empty();
  }

  private static FrontMatter.Item joined(List<FrontMatter.Item> items) {
    return new FrontMatter.Item(
        items.stream().map(FrontMatter.Item::text).collect(Collectors.joining(", ")),
        items.get(0).pos());
  }

  private static String joined(List<Resolution.Choice> choices, String separator) {
    return choices.stream().map(Resolution.Choice::toString).collect(Collectors.joining(separator));
  }
}
