package vn.cachlamhay.jbake;

import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import vn.cachlamhay.html.JBakeImages;

/**
 * The addresses of pictures where a site sets {@code img.path.update}: relative ones begin at the
 * document's folder, and the site's host goes in front unless {@code img.path.prepend.host} is off.
 * JBake's own rule to the letter, its slips included: at the root of the content, the name of the
 * page counts as its folder. Stateless.
 */
final class ProjectImages {

  private ProjectImages() {}

  /** Updates a document where the site wants that; returns the document. */
  static DocumentModel update(DocumentModel document, JBakeConfiguration jbake) {
    if (jbake.getImgPathUpdate() && document.getBody() != null) {
      String base = base(document);
      document.setBody(
          JBakeImages.update(document.getBody(), source -> address(source, base, jbake)));
    }
    return document;
  }

  private static String base(DocumentModel document) {
    String uri = document.getUri();
    if (document.getNoExtensionUri() != null) {
      uri = document.getNoExtensionUri().replaceFirst("/$", "");
    }
    return uri.contains("/") ? uri.substring(0, uri.lastIndexOf('/') + 1) : uri;
  }

  private static String address(String source, String base, JBakeConfiguration jbake) {
    if (source.startsWith("http://") || source.startsWith("https://")) {
      return source;
    }
    String path = source.startsWith("/") ? source : base + source.replaceFirst("\\./", "");
    if (!jbake.getImgPathPrependHost()) {
      return path;
    }
    String host = jbake.getSiteHost();
    boolean slash = host.endsWith("/") || path.startsWith("/");
    return host + (slash ? "" : "/") + path;
  }
}
