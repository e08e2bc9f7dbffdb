package vn.cachlamhay.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** What of SVG (2, and 1.1 in its full profile) only draws. Stateless. */
final class SvgSafelist {

  private static final Set<String> ELEMENTS =
      Set.of(
          "svg",
          "g",
          "defs",
          "symbol",
          "use",
          "title",
          "desc",
          "style",
          "path",
          "rect",
          "circle",
          "ellipse",
          "line",
          "polyline",
          "polygon",
          "text",
          "tspan",
          "textPath",
          "image",
          "marker",
          "pattern",
          "clipPath",
          "mask",
          "linearGradient",
          "radialGradient",
          "stop",
          "filter",
          "feBlend",
          "feColorMatrix",
          "feComponentTransfer",
          "feComposite",
          "feConvolveMatrix",
          "feDiffuseLighting",
          "feDisplacementMap",
          "feDistantLight",
          "feDropShadow",
          "feFlood",
          "feFuncA",
          "feFuncB",
          "feFuncG",
          "feFuncR",
          "feGaussianBlur",
          "feMerge",
          "feMergeNode",
          "feMorphology",
          "feOffset",
          "fePointLight",
          "feSpecularLighting",
          "feSpotLight",
          "feTile",
          "feTurbulence");

  private static final Pattern ATTRIBUTE = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");

  private static final Pattern OWN_PART = Pattern.compile("#[\\w.:-]+");

  private static final Pattern PICTURE =
      Pattern.compile("data:image/(?:png|jpeg|jpg|gif|webp);base64,[A-Za-z0-9+/=\\s]+");

  /** Only parts of the drawing itself; no other function of style sheets takes an address. */
  private static final Pattern ADDRESS =
      Pattern.compile("url\\(\\s*(['\"]?)(?!#[\\w.:-]+\\1\\s*\\))");

  private static final Pattern DANGEROUS =
      Pattern.compile(
          "@import|@charset|@namespace|@font-face|expression\\s*\\(|javascript:|vbscript:"
              + "|-moz-binding|behavior\\s*:|image-set\\s*\\(|image\\s*\\(|src\\s*\\(|data:|\\\\"
              + "|<|\\[\\s*\\w*(?:href|value)");

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?(?:\\*/|$)", Pattern.DOTALL);

  private SvgSafelist() {}

  /** The name without the prefix that some programs write; case counts. */
  static String name(Element element) {
    String name = element.tagName();
    return name.startsWith("svg:") ? name.substring(4) : name;
  }

  static boolean isSafe(String element) {
    return ELEMENTS.contains(element);
  }

  static boolean isSafe(String element, Attribute attribute) {
    String key = attribute.getKey();
    String value = attribute.getValue();
    if (key.equals("href") || key.equals("xlink:href")) {
      String address = value.strip();
      return OWN_PART.matcher(address).matches()
          || element.equals("image") && PICTURE.matcher(address).matches();
    }
    if (key.equals("xml:space")) {
      return true;
    }
    String lower = key.toLowerCase(Locale.ROOT);
    boolean known =
        ATTRIBUTE.matcher(key).matches()
            && !lower.startsWith("on")
            && !lower.equals("src")
            && !lower.equals("action")
            && !lower.equals("formaction")
            && !lower.equals("ping")
            && !lower.startsWith("data-");
    return known && isSafeStyle(value);
  }

  /** Whether rules, declarations or a value lead nowhere and run nothing. */
  static boolean isSafeStyle(String text) {
    String plain = COMMENT.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    return !DANGEROUS.matcher(plain).find() && !ADDRESS.matcher(plain).find();
  }

  /** Not what drawing programs keep for themselves. */
  static boolean isWorthTelling(Attribute attribute) {
    String key = attribute.getKey();
    return !key.contains(":") && !key.startsWith("data-") || key.equals("xlink:href");
  }

  static boolean isWorthTelling(Element element) {
    return !element.tagName().contains(":") && !element.tagName().equals("metadata");
  }
}
