package vn.cachlamhay.richtext;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.cachlamhay.diag.ProblemCode;

/**
 * The pictures of a paste: those that stand in its HTML, and those of Word, whose HTML only names
 * files that browsers may not read, while the same paste in RTF has them whole. For one document
 * and one thread.
 */
final class PastedPictures implements Pictures {

  private static final int MOST = 200;
  private static final int MOST_BYTES = 25 * 1024 * 1024;
  private static final long MOST_BYTES_IN_ALL = 100L * 1024 * 1024;

  /** Twips of a pixel, as Word counts. */
  private static final int TWIPS = 15;

  private final List<String> dataAddresses;
  private final List<RtfPictures.Found> fromRtf;
  private final boolean oneToOne;
  private final List<MarkdownText.Content> contents = new ArrayList<>();
  private int nextOfRtf;
  private long bytesInAll;
  private int elsewhere;
  private int missing;

  PastedPictures(Document document, List<String> dataAddresses, Optional<String> rtf) {
    this.dataAddresses = dataAddresses;
    long local = document.select("img").stream().filter(PastedPictures::isLocal).count();
    this.fromRtf = local == 0 ? List.of() : rtf.map(RtfPictures::in).orElse(List.of());
    this.oneToOne = fromRtf.size() == local;
  }

  /** Whether an address is one of the web: nothing is fetched for a paste. */
  @Override
  public boolean isElsewhere(Element image) {
    return image.attr("src").strip().toLowerCase(Locale.ROOT).matches("(?s)(https?:)?//.*");
  }

  @Override
  public void leave() {
    elsewhere++;
  }

  @Override
  public int number(Element image) {
    byte[] bytes = bytes(image);
    Optional<String> type = MarkdownText.Content.type(bytes);
    boolean fits =
        bytes.length <= MOST_BYTES
            && bytesInAll + bytes.length <= MOST_BYTES_IN_ALL
            && contents.size() < MOST;
    if (type.isEmpty() || !fits) {
      missing++;
      return 0;
    }
    bytesInAll += bytes.length;
    contents.add(new MarkdownText.Content(type.get(), bytes));
    return contents.size();
  }

  @Override
  public List<MarkdownText.Content> contents() {
    return List.copyOf(contents);
  }

  @Override
  public void tell(Notices notices) {
    if (elsewhere > 0) {
      notices.add(ProblemCode.DAN_ANH_TREN_MANG, Integer.toString(elsewhere));
    }
    if (missing > 0) {
      notices.add(ProblemCode.DAN_THIEU_ANH, Integer.toString(missing));
    }
  }

  private byte[] bytes(Element image) {
    String address = image.attr("src").strip();
    if (address.startsWith(PastedHtml.SCHEME)) {
      String number = address.substring(PastedHtml.SCHEME.length());
      if (number.matches("\\d{1,6}") && Integer.parseInt(number) < dataAddresses.size()) {
        return ofData(dataAddresses.get(Integer.parseInt(number)));
      }
    } else if (address.regionMatches(true, 0, "data:", 0, 5)) {
      return ofData(address);
    } else if (isLocal(image)) {
      return ofRtf(image);
    }
    return new byte[0];
  }

  /** What a {@code data:} address holds; nothing where it is cut off. */
  static byte[] ofData(String address) {
    int comma = address.indexOf(',');
    if (comma < 0 || !address.substring(0, comma).toLowerCase(Locale.ROOT).contains(";base64")) {
      return comma < 0 ? new byte[0] : ofText(address.substring(comma + 1));
    }
    try {
      String code = address.substring(comma + 1);
      return Base64.getMimeDecoder().decode(code.contains("%") ? decoded(code) : code);
    } catch (IllegalArgumentException e) {
      // cut off: as good as no picture
      return new byte[0];
    }
  }

  /** A drawing that stands in its address as text. */
  private static byte[] ofText(String code) {
    try {
      return decoded(code).getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // a per cent sign that means nothing: as good as no picture
      return new byte[0];
    }
  }

  private static String decoded(String code) {
    return URLDecoder.decode(code.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Of as many pictures as there are, each is the next; otherwise the next of that size. */
  private byte[] ofRtf(Element image) {
    for (int i = nextOfRtf; i < fromRtf.size(); i++) {
      RtfPictures.Found next = fromRtf.get(i);
      boolean fits =
          oneToOne
              || isAbout(next.width(), image.attr("width"))
                  && isAbout(next.height(), image.attr("height"));
      if (fits) {
        nextOfRtf = i + 1;
        return next.bytes();
      }
    }
    return new byte[0];
  }

  private static boolean isAbout(int twips, String pixels) {
    if (!pixels.matches("\\d{1,5}")) {
      return false;
    }
    int wanted = Integer.parseInt(pixels) * TWIPS;
    return Math.abs(wanted - twips) <= Math.max(2 * TWIPS, wanted / 25);
  }

  private static boolean isLocal(Element image) {
    String address = image.attr("src").strip().toLowerCase(Locale.ROOT);
    return address.startsWith("file:")
        || address.matches("(?s)[a-z]:[\\\\/].*")
        || address.contains("clip_image")
        || address.startsWith("cid:");
  }
}
