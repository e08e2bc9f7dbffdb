package vn.cachlamhay.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.richtext.FileSource;
import vn.cachlamhay.richtext.Hint;
import vn.cachlamhay.richtext.Manuscript;

/**
 * Fetches pages whose addresses an editor names, with their pictures and documents, politely:
 * robots.txt is honoured (RFC 9309), a host is asked once a second, and says who asks. Only {@code
 * http} and {@code https}, no private addresses unless allowed, no cookies, at most five redirects,
 * each checked like the first address. What robots.txt says is remembered as long as the fetcher
 * lives: one for a run. Thread-safe.
 */
public final class Fetcher implements AutoCloseable {

  private static final int MOST_REDIRECTS = 5;
  private static final String PAGES = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1";
  private static final Pattern CHARSET =
      Pattern.compile("(?i).*;\\s*charset\\s*=\\s*\"?([^\";\\s]+).*");
  private static final Pattern DOCUMENT =
      Pattern.compile("(?i).*\\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|zip|rar|7z)(?:[?#].*)?");

  private final FetchLimits limits;
  private final Predicate<InetAddress> allowed;
  private final Download download;
  private final Pace pace;
  private final Map<String, Robots> robots = new HashMap<>();

  /** What a host says to programs, or that it does not answer. */
  private record Robots(RobotsTxt rules, Optional<String> broken) {}

  /** An answer, and the address that gave it. */
  private record Found(HttpUrl address, Download.Answer answer) {}

  /**
   * A fetcher.
   *
   * @param allowPrivate whether machines of the own network may be asked: the editor has to say so
   */
  public Fetcher(FetchLimits limits, boolean allowPrivate) {
    this(limits, address -> allowPrivate || PublicAddresses.is(address), Dns.SYSTEM, Pace.MACHINE);
  }

  Fetcher(FetchLimits limits, Predicate<InetAddress> allowed, Dns names, Pace.Clock clock) {
    this.limits = limits;
    this.allowed = allowed;
    this.download = new Download(limits, allowed, names);
    this.pace = new Pace(clock);
  }

  /**
   * A page that was fetched.
   *
   * @param bytes as the host sent them
   * @param manuscript its article; its pictures and documents are fetched when they are asked for
   */
  public record Page(byte[] bytes, Manuscript manuscript) {}

  /**
   * Fetches a page.
   *
   * @param address as the editor has it from the browser
   * @throws SiteException where it may not be fetched, or is no page: the problem says why and what
   *     to do
   */
  public Page fetch(String address) {
    try {
      Found found = follow(parsed(address), limits.page(), PAGES);
      String shown = found.address().toString();
      String type = type(found.answer());
      if (!type.isEmpty() && !type.equals("text/html") && !type.equals("application/xhtml+xml")) {
        throw Refusal.of(ProblemCode.WEB_LOAI_TEP, shown, type);
      }
      return new Page(found.answer().bytes(), manuscript(found));
    } catch (Refusal e) {
      throw new SiteException(e.problem(), e);
    }
  }

  /** The article of a page. */
  Manuscript read(String address) {
    return fetch(address).manuscript();
  }

  private Manuscript manuscript(Found found) {
    String shown = found.address().toString();
    var notices = new ArrayList<Problem>();
    Matcher charset = CHARSET.matcher(found.answer().type());
    Optional<String> named = charset.matches() ? Optional.of(charset.group(1)) : Optional.empty();
    EmbeddedFiles apart = EmbeddedFiles.apart(found.answer().bytes());
    String markup = SavedPages.text(apart.page(), named, shown, notices);
    FileSource files =
        address ->
            address.startsWith(EmbeddedFiles.SCHEME)
                ? apart.open(address)
                : open(found.address(), address);
    var hint = new Hint(Hint.About.ADDRESS, shown, "địa chỉ đã nhập");
    return WebPage.read(
        markup, Optional.of(URI.create(shown)), files, shown, List.of(hint), notices);
  }

  /** A file of a page: nothing where it may not be fetched, and the page is read all the same. */
  private Optional<byte[]> open(HttpUrl page, String written) {
    HttpUrl address = page.resolve(written.strip());
    if (address == null) {
      return Optional.empty();
    }
    boolean document = DOCUMENT.matcher(address.toString()).matches();
    try {
      Found found =
          follow(address, document ? limits.attachment() : limits.picture(), "image/*,*/*;q=0.5");
      // a page in place of a file says that there is none
      boolean page404 = type(found.answer()).equals("text/html");
      return page404 ? Optional.empty() : Optional.of(found.answer().bytes());
    } catch (Refusal e) {
      return Optional.empty();
    }
  }

  private static String type(Download.Answer answer) {
    return answer.type().replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  private static HttpUrl parsed(String address) throws Refusal {
    HttpUrl parsed = HttpUrl.parse(address.strip());
    if (parsed == null || !parsed.username().isEmpty() || !parsed.password().isEmpty()) {
      throw Refusal.of(ProblemCode.WEB_DIA_CHI_HONG, address.strip());
    }
    return parsed.newBuilder().fragment(null).build();
  }

  private Found follow(HttpUrl first, long most, String accept) throws Refusal {
    HttpUrl address = first;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      checkNumbers(address);
      checkRobots(address);
      await(address, robots(address).rules());
      Download.Answer answer = download.get(address, most, accept);
      if (!answer.isRedirect()) {
        return whole(address, answer, most);
      }
      HttpUrl next = answer.location().map(address::resolve).orElse(null);
      if (next == null || !next.username().isEmpty()) {
        break;
      }
      address = next.newBuilder().fragment(null).build();
    }
    throw Refusal.of(ProblemCode.WEB_CHUYEN_HUONG, first.toString());
  }

  private static Found whole(HttpUrl address, Download.Answer answer, long most) throws Refusal {
    String shown = address.toString();
    if (!answer.isSuccess()) {
      throw Refusal.of(ProblemCode.WEB_TRA_LOI, shown, Integer.toString(answer.status()));
    }
    if (!answer.whole()) {
      throw Refusal.of(ProblemCode.WEB_QUA_LON, shown, Long.toString(most / 1024 / 1024));
    }
    return new Found(address, answer);
  }

  /** Before anything is sent to a host that is written as a number, which no name server sees. */
  private void checkNumbers(HttpUrl address) throws Refusal {
    String host = address.host();
    if (!host.matches("[\\d.]+|.*:.*")) {
      return;
    }
    try {
      InetAddress number = InetAddress.getByName(host);
      if (!allowed.test(number)) {
        throw Refusal.of(ProblemCode.WEB_DIA_CHI_RIENG, host, number.getHostAddress());
      }
    } catch (UnknownHostException e) {
      throw Refusal.of(ProblemCode.WEB_KHONG_THAY_MAY, host).because(e);
    }
  }

  private void checkRobots(HttpUrl address) throws Refusal {
    Robots said = robots(address);
    if (said.broken().isPresent()) {
      throw Refusal.of(ProblemCode.WEB_ROBOTS_HONG, address.host(), said.broken().get());
    }
    String query = address.encodedQuery();
    String path = address.encodedPath() + (query == null ? "" : "?" + query);
    if (!said.rules().allows(path)) {
      throw Refusal.of(ProblemCode.WEB_ROBOTS, address.toString());
    }
  }

  private void await(HttpUrl address, RobotsTxt rules) throws Refusal {
    Duration asked = rules.delay().orElse(limits.pause());
    Duration pause = asked.compareTo(limits.pause()) > 0 ? asked : limits.pause();
    try {
      pace.await(address.host(), pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.of(ProblemCode.WEB_QUA_LAU, address.host(), "0").because(e);
    }
  }

  /** What a host says, asked once. */
  private synchronized Robots robots(HttpUrl address) throws Refusal {
    String origin = address.scheme() + "://" + address.host() + ":" + address.port();
    Robots known = robots.get(origin);
    if (known == null) {
      known = ask(address);
      robots.put(origin, known);
    }
    return known;
  }

  /** Who forbids nothing has no such file; whose file cannot be had may forbid everything (2.3). */
  private Robots ask(HttpUrl origin) throws Refusal {
    HttpUrl address = origin.resolve("/robots.txt");
    for (int hop = 0; hop <= MOST_REDIRECTS && address != null; hop++) {
      checkNumbers(address);
      await(address, RobotsTxt.ALLOW_ALL);
      Download.Answer answer;
      try {
        answer = download.get(address, RobotsTxt.MOST_BYTES, "text/plain,*/*;q=0.5");
      } catch (Refusal e) {
        // the host itself cannot be asked: that is what the editor has to know
        if (address.host().equals(origin.host())) {
          throw e;
        }
        return new Robots(RobotsTxt.DISALLOW_ALL, Optional.of(address.host()));
      }
      if (answer.isSuccess()) {
        return new Robots(RobotsTxt.of(answer.bytes()), Optional.empty());
      }
      if (answer.status() >= 500) {
        return new Robots(RobotsTxt.DISALLOW_ALL, Optional.of(Integer.toString(answer.status())));
      }
      if (!answer.isRedirect()) {
        break;
      }
      address = answer.location().map(address::resolve).orElse(null);
    }
    return new Robots(RobotsTxt.ALLOW_ALL, Optional.empty());
  }

  @Override
  public void close() {
    download.close();
  }
}
