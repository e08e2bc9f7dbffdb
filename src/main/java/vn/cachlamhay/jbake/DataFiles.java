package vn.cachlamhay.jbake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jbake.app.FileUtil;
import org.jbake.model.DocumentModel;
import org.jbake.parser.Engines;
import org.jbake.parser.ParserEngine;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;

/**
 * Reads the data folder for the template variable {@code data}, with JBake's own parsers.
 * Stateless.
 */
final class DataFiles {

  private DataFiles() {}

  /**
   * The documents of all YAML files.
   *
   * @throws SiteException where a file cannot be read
   */
  static List<DocumentModel> read(Site site) {
    Path folder = site.config().data();
    var documents = new ArrayList<DocumentModel>();
    if (Files.isDirectory(folder)) {
      for (Path file : files(folder)) {
        documents.add(document(site, folder, file));
      }
    }
    return documents;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> FileUtil.getDataFileFilter().accept(file.toFile()))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The document of one file below the data folder. */
  static DocumentModel document(Site site, Path folder, Path file) {
    String name = folder.relativize(file).toString().replace('\\', '/');
    ParserEngine engine = Engines.get(FileUtil.fileExt(file.toFile()));
    try {
      DocumentModel document = engine.parse(site.jbake(), file.toFile());
      document.setRendered(true);
      document.setFile(site.config().relative(file));
      document.setSourceUri(name);
      document.setType(site.jbake().getDataFileDocType());
      return document;
    } catch (RuntimeException e) {
      // the parsers of JBake throw what their libraries throw
      throw new SiteException(
          Problem.of(
              ProblemCode.DU_LIEU_HONG,
              SourcePos.ofFile(site.config().relative(file)),
              String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
          e);
    }
  }
}
