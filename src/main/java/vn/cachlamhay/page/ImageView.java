package vn.cachlamhay.page;

import java.util.List;

/**
 * A picture as templates print it.
 *
 * @param uri below the site root, or absolute
 * @param width in pixels, 0 when not known
 * @param height in pixels, 0 when not known
 * @param alt for those who do not see it
 * @param sizes its files, the smallest first and this one last; empty where it is the only one
 */
public record ImageView(String uri, int width, int height, String alt, List<Size> sizes) {

  /** A photograph in a list is never wider than this, on the screens of telephones. */
  private static final int SMALL = 640;

  /**
   * A file of a picture.
   *
   * @param uri below the site root
   * @param width in pixels
   */
  public record Size(String uri, int width) {}

  public ImageView {
    sizes = List.copyOf(sizes);
  }

  /** The sizes that a small place needs. */
  public List<Size> smallSizes() {
    int count = 0;
    while (count < sizes.size() && (count == 0 || sizes.get(count - 1).width() < SMALL)) {
      count++;
    }
    return sizes.subList(0, count);
  }
}
