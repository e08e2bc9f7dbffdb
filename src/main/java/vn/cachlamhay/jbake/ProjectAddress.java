package vn.cachlamhay.jbake;

import java.io.File;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.model.ModelAttributes;

/** Where JBake puts the page of a content file. Stateless. */
final class ProjectAddress {

  private ProjectAddress() {}

  /**
   * The address of a content file: its path with another extension, or a folder of its own where
   * the site wants addresses without extension. As in JBake, the name of the file is encoded and
   * the names of its folders are not.
   */
  static String of(File file, JBakeConfiguration jbake) {
    String path =
        jbake.getContentFolder().toPath().relativize(file.toPath()).toString().replace('\\', '/');
    int slash = path.lastIndexOf('/') + 1;
    int dot = path.lastIndexOf('.');
    String name = path.substring(slash, dot < slash ? path.length() : dot);
    String folder = path.substring(0, slash);
    String page = hasNoExtension("/" + path, jbake) ? "/index" : "";
    return folder
        + URLEncoder.encode(name, StandardCharsets.UTF_8)
        + page
        + jbake.getOutputExtension();
  }

  /** The file of a document's page: drafts have a suffix, and types may have an extension. */
  static String page(DocumentModel document, JBakeConfiguration jbake) {
    String uri = document.getUri();
    int dot = uri.lastIndexOf('.');
    String stem = dot > uri.lastIndexOf('/') ? uri.substring(0, dot) : uri;
    boolean draft = ModelAttributes.Status.DRAFT.equals(document.getStatus());
    return stem
        + (draft ? jbake.getDraftSuffix() : "")
        + jbake.getOutputExtensionByDocType(document.getType());
  }

  private static boolean hasNoExtension(String path, JBakeConfiguration jbake) {
    String prefix = jbake.getPrefixForUriWithoutExtension();
    return jbake.getUriWithoutExtension()
        && prefix != null
        && !prefix.isEmpty()
        && path.startsWith(prefix);
  }
}
