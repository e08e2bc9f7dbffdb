package vn.cachlamhay.stats;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.text.VietnameseDates;

/**
 * Reads access logs line by line, whatever their size, and counts how often articles were read. For
 * one run and one thread.
 */
public final class LogReader {

  /** Sent whole, or still good from the last time. The parts of 206 belong to a view before. */
  private static final Set<Integer> SHOWN = Set.of(200, 304);

  /** So many lines of a log that cannot be read are told; more of the same help nobody. */
  private static final int TOLD = 3;

  private static final int EXCERPT = 80;

  private final SiteAddresses addresses;
  private final Progress progress;
  private final ViewCounter counter = new ViewCounter();
  private final Bots bots = new Bots();
  private final RecentViews recent = new RecentViews();
  private final Map<String, String> beginnings = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private long oldest = Long.MAX_VALUE;
  private long newest = Long.MIN_VALUE;
  private long lines;
  private long counted;
  private long repeated;
  private long byBots;
  private long other;
  private long unreadable;

  /** Hears how far it is. */
  public interface Progress {
    /**
     * Some of a log has been read.
     *
     * @param read bytes of it by now
     */
    void read(LogFile log, long read);
  }

  /**
   * @param progress told of each block of bytes
   */
  public LogReader(SiteAddresses addresses, Progress progress) {
    this.addresses = addresses;
    this.progress = progress;
  }

  /**
   * Reads logs.
   *
   * @throws SiteException where one cannot be read to its end, where two begin alike and so are
   *     one, and where nothing in them was understood or no article was asked for
   */
  public LogReport read(List<LogFile> logs) {
    logs.forEach(this::read);
    var all = SourcePos.ofFile(String.join(", ", logs.stream().map(LogFile::name).toList()));
    if (lines == unreadable) {
      problems.add(Problem.of(ProblemCode.NHAT_KY_TRONG, all));
      throw new SiteException(problems, null);
    }
    if (counted == 0) {
      problems.add(Problem.of(ProblemCode.NHAT_KY_KHONG_CO_BAI, all, Long.toString(lines)));
      throw new SiteException(problems, null);
    }
    return new LogReport(
        counter.views(newest),
        lines,
        counted,
        repeated,
        byBots,
        other,
        unreadable,
        day(oldest),
        day(newest),
        problems);
  }

  private void read(LogFile log) {
    long line = 0;
    try {
      LogFile.Opened opened = log.open(bytes -> progress.read(log, bytes));
      try (InputStream text = opened.text()) {
        refuseTheSame(log, opened.beginning());
        var reader = new LineReader(text);
        var parser = new LogParser();
        int told = 0;
        for (Optional<String> next = reader.next(); next.isPresent(); next = reader.next()) {
          line = reader.number();
          if (!parser.isRemark(next.get()) && !take(parser, next.get()) && told++ < TOLD) {
            tell(log, line, next.get());
          }
        }
      }
    } catch (ZipException | EOFException e) {
      throw wrong(ProblemCode.NHAT_KY_HONG, pos(log, line), e);
    } catch (IOException e) {
      throw wrong(ProblemCode.KHONG_DOC_DUOC, SourcePos.ofFile(log.name()), e, e.toString());
    }
  }

  /** Counts a line; false where it cannot be read. */
  private boolean take(LogParser parser, String text) {
    lines++;
    Optional<LogLine> parsed = parser.parse(text);
    if (parsed.isEmpty()) {
      unreadable++;
      return false;
    }
    LogLine line = parsed.get();
    oldest = Math.min(oldest, line.second());
    newest = Math.max(newest, line.second());
    Optional<String> article =
        line.method().equals("GET") && SHOWN.contains(line.status())
            ? addresses.article(line)
            : Optional.empty();
    if (article.isEmpty()) {
      other++;
    } else if (line.agent().filter(bots::isBot).isPresent()) {
      byBots++;
    } else if (recent.isNew(line, article.get())) {
      counted++;
      counter.count(article.get(), line.second());
    } else {
      repeated++;
    }
    return true;
  }

  private void refuseTheSame(LogFile log, String beginning) {
    String before = beginnings.put(beginning, log.name());
    if (before != null && !beginning.isEmpty()) {
      throw wrong(ProblemCode.NHAT_KY_TRUNG, SourcePos.ofFile(log.name()), null, before);
    }
  }

  private void tell(LogFile log, long line, String text) {
    String beginning = text.substring(0, Math.min(EXCERPT, text.length()));
    problems.add(
        Problem.of(
            ProblemCode.NHAT_KY_DONG_LA,
            pos(log, line),
            // whatever somebody sent to the host must not move the cursor of a terminal
            beginning.replaceAll("[^ -~]", "·")));
  }

  private static SourcePos pos(LogFile log, long line) {
    return new SourcePos(log.name(), (int) Math.min(line, Integer.MAX_VALUE), 0);
  }

  private static LocalDate day(long second) {
    return Instant.ofEpochSecond(second).atZone(VietnameseDates.ZONE).toLocalDate();
  }

  private static SiteException wrong(
      ProblemCode code, SourcePos pos, IOException cause, String... args) {
    return new SiteException(Problem.of(code, pos, args), cause);
  }
}
