package vn.cachlamhay.jbake;

import java.util.List;
import java.util.function.Supplier;
import org.jbake.model.DocumentModel;
import vn.cachlamhay.diag.Parallel;

/** The data folder as templates see it, read while a build does other things. Thread-safe. */
public final class TemplateData {

  private final Supplier<List<DocumentModel>> reading;

  private TemplateData(Supplier<List<DocumentModel>> reading) {
    this.reading = reading;
  }

  /** Begins to read the data folder of a site. */
  public static TemplateData begin(Site site) {
    return new TemplateData(Parallel.begin(() -> DataFiles.read(site)));
  }

  /**
   * The documents of all YAML files.
   *
   * @throws vn.cachlamhay.diag.SiteException where a file cannot be read
   */
  List<DocumentModel> documents() {
    return reading.get();
  }
}
