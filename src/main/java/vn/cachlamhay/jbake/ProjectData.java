package vn.cachlamhay.jbake;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jbake.model.DocumentModel;

/** The data files of a plain JBake project as its templates know them. Stateless. */
final class ProjectData {

  private ProjectData() {}

  /**
   * The documents of all data files, in the order in which JBake puts them into its store.
   *
   * @throws vn.cachlamhay.diag.SiteException where a file cannot be read
   */
  static List<DocumentModel> read(Site site) {
    Path folder = site.jbake().getDataFolder().toPath();
    var documents = new ArrayList<DocumentModel>();
    for (File file : ProjectFiles.data(site.jbake())) {
      DocumentModel document = DataFiles.document(site, folder, file.toPath());
      try {
        document.setSha1(ProjectSource.read(file, site).sha1());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      document.setFile(file.getPath());
      documents.add(document);
    }
    return documents;
  }
}
