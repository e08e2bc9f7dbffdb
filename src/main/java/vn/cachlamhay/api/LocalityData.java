package vn.cachlamhay.api;

import java.util.Locale;
import java.util.Map;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Period;
import vn.cachlamhay.model.Region;

/** What a file tells of a unit of administration. Stateless. */
final class LocalityData {

  private LocalityData() {}

  static Fields of(Locality unit) {
    return new Fields()
        .with("key", unit.key())
        .with("name", unit.name())
        .with("kind", unit.kind())
        .with("level", unit.level().name().toLowerCase(Locale.ROOT))
        .maybe("parent", unit.parent().map(Locality::key))
        .day("from", unit.from())
        .day("until", unit.until())
        .with("into", unit.into())
        .text("by", unit.by())
        .with("namings", unit.namings().stream().map(LocalityData::naming).toList())
        .with("aliases", unit.aliases())
        .with("codes", unit.attributes().codes().stream().map(LocalityData::code).toList())
        .maybe("region", unit.region().map(LocalityData::region))
        .with("listed", unit.isListed());
  }

  static Map<String, Object> region(Region region) {
    return new Fields().with("key", region.key()).with("name", region.name()).map();
  }

  private static Map<String, Object> naming(Locality.Naming naming) {
    var fields = new Fields().with("name", naming.name()).with("kind", naming.kind());
    return period(fields, naming.period()).text("by", naming.by()).map();
  }

  private static Map<String, Object> code(Locality.Code code) {
    return period(new Fields().with("code", code.code()), code.period()).map();
  }

  private static Fields period(Fields fields, Period period) {
    return fields.day("from", period.from()).day("until", period.until());
  }
}
