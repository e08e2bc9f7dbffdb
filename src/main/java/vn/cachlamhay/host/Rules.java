package vn.cachlamhay.host;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.cachlamhay.model.Hosting;
import vn.cachlamhay.model.MediaTypes;
import vn.cachlamhay.model.PictureSizes;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.WebAddress;
import vn.cachlamhay.page.Plan;
import vn.cachlamhay.page.Uris;

/**
 * What hosts shall do, before it is said in the words of any of them. Immutable.
 *
 * @param root the path below which the site lies, decoded and without a slash at its end
 * @param moves the redirects in the order of their addresses
 * @param headers of all answers, by name
 * @param missing from the root of the host, the page for addresses that there are not; empty where
 *     the site has none
 * @param open folders of which pages of other sites may read what programs read; with a slash at
 *     their end
 * @param hosting what the site wants of hosts
 */
record Rules(
    String root,
    List<Move> moves,
    Map<String, String> headers,
    String missing,
    List<String> open,
    Hosting hosting) {

  /** How long pictures may be shown without asking again, in seconds and by the clock. */
  static final String SECONDS_OF_PICTURES = "3600";

  static final String TIME_OF_PICTURES = "01:00:00";

  /**
   * Pictures that the portal makes. No file of a site has a name that changes with its content, so
   * nothing else may be shown without asking the host whether it is still the same.
   */
  static final List<String> PICTURES =
      List.of(PictureSizes.FOLDER, Uris.folder(Uris.icon("")), Uris.CARDS);

  /** By this browsers let pages of other sites read an answer; it holds nothing of anybody. */
  static final String OPEN_HEADER = "Access-Control-Allow-Origin";

  static final String OPEN_TO = "*";

  /** Open files outside of open folders. */
  static final List<String> OPEN_FILES = List.of(Uris.FEED_JSON, Uris.PORTAL_JSON);

  /** The folders whose names begin with a dot and which readers may see (RFC 8615). */
  static final String HIDDEN = "/\\.(?!well-known(?:/|$))";

  /** What says who made a file, for those who come across it. */
  static final List<String> NOTE =
      List.of(
          "Tệp này do \"portal bake\" làm ra (khóa host.files trong jbake.properties);",
          "sửa ở đây thì lần sau mất. Tệp của riêng trang: đặt trong thư mục assets.");

  private static final String NOTHING_OF_THE_DEVICE =
      List.of(
              "accelerometer",
              "camera",
              "display-capture",
              "geolocation",
              "gyroscope",
              "magnetometer",
              "microphone",
              "payment",
              "usb")
          .stream()
          .map(feature -> feature + "=()")
          .collect(Collectors.joining(", "));

  Rules {
    moves = List.copyOf(moves);
    open = List.copyOf(open);
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  static Rules of(
      SiteConfig config, List<Plan.Redirect> redirects, String policy, boolean notFound) {
    String path = config.host().replaceFirst("^https?://[^/]*", "");
    String root = WebAddress.decode(path);
    List<Move> moves =
        redirects.stream()
            .map(each -> move(root, each))
            .sorted(Comparator.comparing(Move::from))
            .toList();
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Security-Policy", PagePolicy.sent(policy));
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
    headers.put("Permissions-Policy", NOTHING_OF_THE_DEVICE);
    String missing = notFound ? root + "/" + Uris.NOT_FOUND : "";
    List<String> open =
        config.api().on()
            ? List.of(Uris.API, Uris.folder(Uris.FIGURES))
            : List.of(Uris.folder(Uris.FIGURES));
    return new Rules(root, moves, headers, missing, open, config.hosting());
  }

  private static Move move(String root, Plan.Redirect redirect) {
    String to = Move.encoded(root + Uris.absolute("/", redirect.to()).substring(1));
    return new Move(redirect.from(), root + "/" + redirect.from(), to);
  }

  /**
   * What is open, as a regular expression for a path from the root of the host: of open folders the
   * data, not the pages. What is no plain letter in the path of the site stands for anything.
   */
  String openPaths() {
    return "^%s/(?:(?:%s).+\\.(?:json|csv)|%s)"
        .formatted(
            root.replaceAll("[^\\w/-]+", ".+"),
            String.join("|", open),
            OPEN_FILES.stream().map(f -> f.replace(".", "\\.")).collect(Collectors.joining("|")));
  }

  /** Whether compressed copies of a kind lie beside the files. */
  boolean hasCopies(String encoding) {
    return hosting.encodings().contains(encoding);
  }

  /** The endings of texts, parted by bars. */
  static String textEndings() {
    return MediaTypes.all().entrySet().stream()
        .filter(type -> MediaTypes.isText(type.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.joining("|"));
  }

  /** The types of texts, but not that of pages, which hosts count in anyway. */
  static String textTypes() {
    return MediaTypes.all().values().stream()
        .filter(MediaTypes::isText)
        .filter(type -> !type.equals("text/html"))
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
