package vn.cachlamhay.jbake;

import java.io.File;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.model.ModelAttributes;

/**
 * Where JBake puts the page of a content file. What the configuration says of that is looked up
 * once, not for each file. Thread-safe.
 */
final class ProjectAddress {

  private final JBakeConfiguration jbake;
  private final Path content;
  private final String extension;
  private final String draftSuffix;
  private final String prefixWithoutExtension;
  private final boolean withoutExtension;
  private final Map<String, String> extensionByType = new ConcurrentHashMap<>();

  ProjectAddress(JBakeConfiguration jbake) {
    this.jbake = jbake;
    this.content = jbake.getContentFolder().toPath();
    this.extension = jbake.getOutputExtension();
    this.draftSuffix = jbake.getDraftSuffix();
    this.prefixWithoutExtension = jbake.getPrefixForUriWithoutExtension();
    this.withoutExtension =
        jbake.getUriWithoutExtension()
            && prefixWithoutExtension != null
            && !prefixWithoutExtension.isEmpty();
  }

  /**
   * The address of a content file: its path with another extension, or a folder of its own where
   * the site wants addresses without extension. As in JBake, the name of the file is encoded and
   * the names of its folders are not.
   */
  String of(File file) {
    String path = content.relativize(file.toPath()).toString().replace('\\', '/');
    int slash = path.lastIndexOf('/') + 1;
    int dot = path.lastIndexOf('.');
    String name = path.substring(slash, dot < slash ? path.length() : dot);
    boolean inFolder = withoutExtension && ("/" + path).startsWith(prefixWithoutExtension);
    return path.substring(0, slash)
        + URLEncoder.encode(name, StandardCharsets.UTF_8)
        + (inFolder ? "/index" : "")
        + extension;
  }

  /** The file of a document's page: drafts have a suffix, and types may have an extension. */
  String page(DocumentModel document) {
    String uri = document.getUri();
    int dot = uri.lastIndexOf('.');
    String stem = dot > uri.lastIndexOf('/') ? uri.substring(0, dot) : uri;
    boolean draft = ModelAttributes.Status.DRAFT.equals(document.getStatus());
    return stem
        + (draft ? draftSuffix : "")
        + extensionByType.computeIfAbsent(document.getType(), jbake::getOutputExtensionByDocType);
  }
}
