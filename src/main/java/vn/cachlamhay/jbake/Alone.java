package vn.cachlamhay.jbake;

import java.util.Optional;
import vn.cachlamhay.html.ArticleHtml;
import vn.cachlamhay.html.ImageSizes;
import vn.cachlamhay.model.WebAddress;

/** Notices whether the rest of the site was asked for. For one thread. */
final class Alone implements ArticleHtml.Surroundings {
  private boolean asked;

  /** Whether anything of it waits for the rest of the site. */
  boolean asked() {
    return asked;
  }

  @Override
  public String href(String written) {
    asked |= needsSite(written);
    return written.strip();
  }

  @Override
  public Optional<ImageSizes.Size> imageSize(String written) {
    asked |= needsSite(written);
    return Optional.empty();
  }

  @Override
  public String sources(String written, ImageSizes.Size size) {
    return "";
  }

  /** Where links lead out of the site or stay on the page, the site need not be known. */
  private static boolean needsSite(String written) {
    String address = written.strip();
    return !WebAddress.isExternal(address) && !address.startsWith("#");
  }
}
