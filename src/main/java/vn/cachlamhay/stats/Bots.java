package vn.cachlamhay.stats;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells programs from people by what they call themselves. Programs that pretend to be a browser
 * count as people. Remembers what it has judged, within bounds; for one thread.
 */
final class Bots {

  /**
   * Search engines, monitors, previews of links, libraries. Nearly all that are well-behaved name
   * an address where they are explained, which no browser does. Cubot is a telephone.
   */
  private static final Pattern BOT =
      Pattern.compile(
          "https?://|(?<!cu)bot|crawl|spider|slurp|scrap|archiv|externalhit|preview|fetch|monitor"
              + "|uptime|pingdom|lighthouse|headless|phantomjs|selenium|puppeteer|playwright"
              + "|validator|check|scan|feed|rss|indexer|mediapartners|facebookcatalog"
              + "|^(?:curl|wget|python|java|ruby|perl|php|go-http|lib|axios|node|okhttp|apache"
              + "|http|winhttp|powershell|dart|guzzle|postman|insomnia|dalvik)\\b"
              + "|python-|libwww|httpclient|http_request");

  private static final int REMEMBERED = 10_000;

  private final Map<String, Boolean> judged = new HashMap<>();

  /**
   * Whether it is a program.
   *
   * @param agent what it calls itself; every browser does
   */
  boolean isBot(String agent) {
    if (judged.size() >= REMEMBERED) {
      judged.clear();
    }
    return judged.computeIfAbsent(
        agent, name -> name.isEmpty() || BOT.matcher(name.toLowerCase(Locale.ROOT)).find());
  }
}
