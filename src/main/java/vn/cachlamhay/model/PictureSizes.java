package vn.cachlamhay.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** In which sizes pages show the pictures of articles, and where these lie. Stateless. */
public final class PictureSizes {

  /** Folder of the smaller pictures. */
  public static final String FOLDER = "anh-nho/";

  /** No page shows a picture in more pixels across. */
  public static final int LARGEST = 1600;

  private static final List<Integer> WIDTHS = List.of(360, 720, 1080);

  /** A file that is only a little smaller is not worth making. */
  private static final double LESS = 0.9;

  private PictureSizes() {}

  /** Whether there are several sizes of a file, by its name. */
  public static boolean areSeveral(String uri) {
    String name = uri.toLowerCase(Locale.ROOT);
    return !uri.contains("://") && Stream.of(".jpg", ".jpeg", ".png").anyMatch(name::endsWith);
  }

  /** The width in which the largest file of a picture is published. */
  public static int largest(int width) {
    return Math.min(width, LARGEST);
  }

  /** The height that belongs to a width. */
  public static int height(int fullWidth, int fullHeight, int width) {
    return Math.max(1, (int) Math.round((double) fullHeight * width / fullWidth));
  }

  /** The smaller widths of a picture, from the smallest up; none where its width is not known. */
  public static List<Integer> smaller(String uri, int width) {
    return areSeveral(uri)
        ? WIDTHS.stream().filter(each -> each <= largest(width) * LESS).toList()
        : List.of();
  }

  /** Where a smaller picture lies, below the site root. */
  public static String uri(String uri, int width) {
    return FOLDER + width + "/" + uri;
  }
}
