package vn.cachlamhay.site;

import java.nio.file.Path;

/** Articles that browser tests open, and from where. */
final class Articles {

  static final String LONG = "bai-viet/2018/phat-trien-dang-vien-o-bac-son.html";

  private Articles() {}

  /** The root of a site that is opened from the disk, as browsers write it. */
  static String disk(BakedSite site) {
    Path out = site.out();
    return out.toUri().toString().replaceFirst("^file:/+", "file:///");
  }
}
