package vn.cachlamhay.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cachlamhay.build.SiteSearch;

/**
 * Shows what was found, for people to read: plain lines, unless a terminal shows what stands out.
 */
final class Results {

  /** Of a terminal as it opens. */
  private static final int COLUMNS = 80;

  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[22m";

  private final PrintWriter out;
  private final Texts texts;
  private final boolean marks;

  /**
   * @param marks whether words of the query stand out
   */
  Results(PrintWriter out, Texts texts, boolean marks) {
    this.out = out;
    this.texts = texts;
    this.marks = marks;
  }

  void print(SiteSearch.Answer answer, boolean verbatim) {
    heading(answer);
    int number = 0;
    int width = String.valueOf(answer.results().size()).length();
    for (SiteSearch.Result result : answer.results()) {
      out.println();
      print(result, ("%" + width + "d. ").formatted(++number));
    }
    if (answer.results().isEmpty()) {
      out.println(texts.text(verbatim ? "try-verbatim" : "try"));
    } else {
      rest(answer);
    }
    out.flush();
  }

  private void heading(SiteSearch.Answer answer) {
    if (answer.results().isEmpty()) {
      out.println(texts.text("found-none", answer.query()));
    } else if (answer.full() == 0) {
      out.println(texts.text("found-partly", answer.partly(), answer.query()));
    } else {
      out.println(texts.text("found", answer.full(), answer.query()));
    }
    answer.corrected().ifPresent(query -> out.println(texts.text("corrected", query)));
  }

  private void print(SiteSearch.Result result, String number) {
    String indent = " ".repeat(number.length());
    String facts =
        Stream.of(result.date(), result.place(), result.topic())
            .filter(fact -> !fact.isEmpty())
            .collect(Collectors.joining(" · "));
    out.print(number);
    out.println(String.join("\n" + indent, lines(result.title(), number.length())));
    if (!facts.isEmpty()) {
      out.println(indent + facts);
    }
    out.println(indent + result.address());
    lines(result.excerpt(), number.length()).forEach(line -> out.println(indent + line));
  }

  private void rest(SiteSearch.Answer answer) {
    boolean partly = answer.full() == 0;
    int all = partly ? answer.partly() : answer.full();
    int left = all - answer.results().size();
    if (left > 0 || (!partly && answer.partly() > 0)) {
      out.println();
    }
    if (left > 0) {
      out.println(texts.text("found-more", left, String.valueOf(all)));
    }
    if (!partly && answer.partly() > 0) {
      out.println(texts.text("found-partly-too", answer.partly()));
    }
  }

  /** A text in lines that a terminal need not break, with its marks. */
  private List<String> lines(SiteSearch.Marked marked, int indent) {
    String text = marked.text();
    int width = COLUMNS - indent;
    var lines = new ArrayList<String>();
    int start = 0;
    while (text.length() - start > width) {
      int end = text.lastIndexOf(' ', start + width);
      if (end <= start) {
        end = text.indexOf(' ', start + width);
      }
      if (end < 0) {
        break;
      }
      lines.add(line(marked, start, end));
      start = end + 1;
    }
    lines.add(line(marked, start, text.length()));
    return lines;
  }

  private String line(SiteSearch.Marked marked, int from, int to) {
    var line = new StringBuilder();
    int at = from;
    for (SiteSearch.Mark mark : marks ? marked.marks() : List.<SiteSearch.Mark>of()) {
      int start = Math.max(mark.start(), from);
      int end = Math.min(mark.end(), to);
      if (start < end) {
        line.append(marked.text(), at, start).append(BOLD);
        line.append(marked.text(), start, end).append(PLAIN);
        at = end;
      }
    }
    return line.append(marked.text(), at, to).toString();
  }
}
