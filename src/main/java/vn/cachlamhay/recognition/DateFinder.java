package vn.cachlamhay.recognition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.recognition.Finding.Certainty;
import vn.cachlamhay.recognition.Finding.Where;
import vn.cachlamhay.richtext.Hint;
import vn.cachlamhay.text.VietnameseDates;

/**
 * Tells the day of an article from the day on which its page was read. A line above the title
 * mostly is the latter: it counts only where the text speaks of a time shortly before it.
 * Stateless.
 */
final class DateFinder {

  /** How many days after the latest time that a text names it may have appeared. */
  private static final int FRESH = 100;

  private static final int ABOVE = 30;
  private static final int BELOW = 12;

  /** The place before the day in a letter: "Lạng Sơn, ngày 12 tháng 9 năm 2018". */
  private static final Pattern PLACE =
      Pattern.compile("\\p{Lu}[\\p{L}.]{0,10}(?:[ -]{1,3}\\p{Lu}\\p{L}{0,10}){0,4}");

  private static final Pattern PATH =
      Pattern.compile("/((?:19|20)\\d{2})/(\\d{1,2})/(\\d{1,2})(?=/|$)");

  private DateFinder() {}

  /** A day that may be that of the article. */
  private record Candidate(
      DateForms.Day day, Certainty certainty, Where where, String quote, boolean page) {}

  static void find(Work work, LocalDate today) {
    var candidates = new ArrayList<Candidate>();
    linesAbove(work, candidates);
    linesBelow(work, candidates);
    hints(work, candidates);
    TextTimes times = TextTimes.of(text(work), today);
    for (Candidate candidate : candidates) {
      decide(candidate, times, today, work);
    }
    if (!work.has(Field.DATE)) {
      times
          .month()
          .ifPresent(
              month ->
                  work.found(
                      Field.DATE,
                      month.atDay(1).toString(),
                      Certainty.GUESS,
                      Where.TEXT,
                      times.quote()));
    }
  }

  private static void unused(Candidate candidate, Work work) {
    if (candidate.where() == Where.ABOVE_TEXT || candidate.where() == Where.BELOW_TEXT) {
      work.unused(candidate.quote());
    }
  }

  private static List<String> text(Work work) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < work.size(); i++) {
      if (!work.isTaken(i) || i == work.title()) {
        lines.add(work.row(i).text());
      }
    }
    return lines;
  }

  private static void decide(Candidate candidate, TextTimes times, LocalDate today, Work work) {
    LocalDate day = candidate.day().day();
    if (day.isAfter(today)) {
      work.doubt(ProblemCode.NHAN_NGAY_CHUA_TOI, VietnameseDates.plainDay(day));
      unused(candidate, work);
      return;
    }
    boolean late = times.last().map(last -> day.isAfter(last.plusDays(FRESH))).orElse(true);
    if (candidate.page() && late) {
      unused(candidate, work);
      work.doubt(
          ProblemCode.NHAN_NGAY_DOC_TRANG,
          VietnameseDates.plainDay(day),
          times.quote().isEmpty() ? "–" : times.quote());
    }
    Certainty certainty =
        candidate.page() && late || work.has(Field.DATE) ? Certainty.GUESS : candidate.certainty();
    work.found(
        Field.DATE, candidate.day().written(), certainty, candidate.where(), candidate.quote());
  }

  private static void linesAbove(Work work, List<Candidate> candidates) {
    int end = Math.min(work.firstProse(), Math.max(work.title(), 0) + ABOVE);
    for (int i = 0; i < end && i < work.size(); i++) {
      if (work.isOpen(i)) {
        above(work, i, candidates);
      }
    }
    candidates.sort((one, two) -> one.certainty().compareTo(two.certainty()));
  }

  private static void above(Work work, int row, List<Candidate> candidates) {
    String text = work.row(row).text();
    Optional<DateLine> read = DateLine.read(text);
    if (read.isEmpty() || row == work.title()) {
      return;
    }
    DateLine line = read.get();
    boolean letter = PLACE.matcher(line.rest()).matches() && text.contains("ngày");
    if (line.label() == DateLine.Label.TODAY) {
      work.drop(row);
    } else if (line.isAlone() || letter) {
      boolean labelled = line.label() != DateLine.Label.NONE;
      boolean below = row > work.title() && work.title() >= 0;
      boolean page = !below && !labelled && !letter && line.day().time().isEmpty();
      Certainty certainty =
          below && line.label() != DateLine.Label.UPDATED ? Certainty.SURE : Certainty.LIKELY;
      candidates.add(new Candidate(line.day(), certainty, Where.ABOVE_TEXT, text, page));
      work.take(row);
    } else if (BylineLine.read(line.rest(), true).isPresent()
        || line.label() != DateLine.Label.NONE) {
      candidates.add(new Candidate(line.day(), Certainty.SURE, Where.ABOVE_TEXT, text, false));
    }
  }

  private static void linesBelow(Work work, List<Candidate> candidates) {
    int from = work.lastProse() + 1;
    for (int i = from; i < Math.min(work.size(), from + BELOW); i++) {
      boolean after = i > work.title() && from > 0;
      Optional<DateLine> read =
          after && work.isOpen(i) ? DateLine.read(work.row(i).text()) : Optional.empty();
      if (read.isPresent()) {
        DateLine line = read.get();
        String text = work.row(i).text();
        boolean letter = PLACE.matcher(line.rest()).matches() && text.contains("ngày");
        if (line.isAlone() || letter) {
          boolean today = line.label() == DateLine.Label.TODAY;
          candidates.add(
              new Candidate(line.day(), Certainty.LIKELY, Where.BELOW_TEXT, text, today));
          work.take(i);
        }
      }
    }
  }

  private static void hints(Work work, List<Candidate> candidates) {
    for (Hint hint : work.hints()) {
      if (hint.about() == Hint.About.DATE) {
        boolean properties = isOfProperties(hint);
        instant(hint.value())
            .ifPresent(
                day ->
                    candidates.add(
                        new Candidate(
                            day,
                            properties ? Certainty.LIKELY : Certainty.SURE,
                            properties ? Where.PROPERTIES : Where.PAGE_HEAD,
                            hint.value(),
                            properties)));
      } else if (hint.about() == Hint.About.ADDRESS) {
        var path = PATH.matcher(hint.value());
        if (path.find()) {
          String day = path.group(3) + "/" + path.group(2) + "/" + path.group(1);
          DateForms.in(day)
              .forEach(
                  d ->
                      candidates.add(
                          new Candidate(d, Certainty.LIKELY, Where.ADDRESS, hint.value(), false)));
        }
      } else if (hint.about() == Hint.About.FILE_NAME) {
        DateForms.in(hint.value().replace('_', ' '))
            .forEach(
                d ->
                    candidates.add(
                        new Candidate(d, Certainty.GUESS, Where.FILE_NAME, hint.value(), false)));
      }
    }
    // the first of several that are equally sure counts
    candidates.sort((one, two) -> one.certainty().compareTo(two.certainty()));
  }

  /** Whether a hint comes from the properties of a document, which tell of the file. */
  static boolean isOfProperties(Hint hint) {
    return hint.where().startsWith("dc:")
        || hint.where().startsWith("dcterms:")
        || hint.where().startsWith("cp:")
        || hint.where().startsWith("meta:");
  }

  private static Optional<DateForms.Day> instant(String written) {
    try {
      LocalDateTime there =
          OffsetDateTime.parse(written.strip().replace(' ', 'T'))
              .atZoneSameInstant(VietnameseDates.ZONE)
              .toLocalDateTime();
      var day =
          new DateForms.Day(
              there.toLocalDate(),
              Optional.of(there.toLocalTime().withSecond(0).withNano(0)),
              0,
              written.length(),
              true);
      return Optional.of(day);
    } catch (DateTimeException e) {
      // not with a zone: as Vietnamese pages write it
      return DateForms.in(written).stream().findFirst();
    }
  }
}
