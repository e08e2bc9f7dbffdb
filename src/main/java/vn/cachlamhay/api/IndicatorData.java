package vn.cachlamhay.api;

import java.util.List;
import vn.cachlamhay.page.DataIndicator;

/** What a file tells of an indicator; its figures stay in files of their own. Immutable. */
record IndicatorData(Addresses addresses) {

  Fields of(DataIndicator indicator) {
    List<String> files = indicator.files();
    return new Fields()
        .with("key", indicator.slug())
        .with("name", indicator.name())
        .text("unit", indicator.unit())
        .with("page", addresses.of(indicator.page()))
        .with("url", addresses.of(files.get(0) + "json"))
        .with("csv", addresses.of(files.get(0) + "csv"))
        .with("older", files.stream().skip(1).map(file -> addresses.of(file + "json")).toList());
  }
}
