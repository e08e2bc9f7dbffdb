package vn.cachlamhay.stats;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a line of an access log says, whatever its format. Immutable.
 *
 * @param visitor all that tells readers apart beside their browser; never leaves the memory
 * @param second since 1970
 * @param host the site that was asked, empty where the log does not say
 * @param method empty where the request could not be understood by the host
 * @param target what was asked for, as it was sent
 * @param status of the answer
 * @param agent the browser; empty text where it did not say, nothing where the log has no such
 *     field
 */
record LogLine(
    String visitor,
    long second,
    String host,
    String method,
    String target,
    int status,
    Optional<String> agent) {

  private static final Pattern HOST = Pattern.compile("([\\w.-]+\\.[A-Za-z][\\w-]*)(?::\\d+)?");

  /** A name without its port; empty where something else stands in its place, as an address may. */
  static String hostName(String text) {
    Matcher name = HOST.matcher(text);
    return name.matches() ? name.group(1) : "";
  }
}
