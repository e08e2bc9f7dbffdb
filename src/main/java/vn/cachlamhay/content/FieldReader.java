package vn.cachlamhay.content;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Alias;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.StaticFiles;
import vn.cachlamhay.model.Status;
import vn.cachlamhay.model.Term;
import vn.cachlamhay.text.Nearest;
import vn.cachlamhay.text.VietnameseDates;
import vn.cachlamhay.text.VietnameseText;

/**
 * The values of one article's front matter, checked one by one. A value that cannot be used is told
 * as a problem and replaced by a neutral one, so that the rest is checked too. For one file and one
 * thread.
 */
final class FieldReader {

  /** What editors write who have the Vietnamese words in mind. */
  private static final Map<String, String> MEANT =
      Map.of(
          "đăng", "published",
          "đã đăng", "published",
          "nháp", "draft",
          "bản nháp", "draft",
          "chờ duyệt", "review",
          "cách làm hay", "practice",
          "cách làm", "practice",
          "tin", "post",
          "tin tức", "post",
          "trang", "page");

  private static final List<String> STATUSES = Stream.of(Status.values()).map(Status::key).toList();

  /** What browsers play; each says its kind to them. */
  private static final List<String> AUDIO = List.of("mp3", "m4a", "ogg", "opus", "wav");

  private static final Set<String> YES = Set.of("true", "yes", "có", "1");
  private static final Set<String> NO = Set.of("false", "no", "không", "0");

  /** No query, no scheme, no hidden files, no way out of the site. */
  private static final Pattern ALIAS = Pattern.compile("(?:[^/.?#:\\\\][^/?#:\\\\]*(?:/|$))+");

  private final FrontMatter matter;
  private final SiteConfig config;
  private final DateTimeFormatter siteDates;
  private final KnownKeys keys;
  private final Map<String, Term> terms;
  private final Problems problems;

  /**
   * @param siteDates the site's own form of dates
   * @param terms of all articles by their texts, each made once
   */
  FieldReader(
      FrontMatter matter,
      SiteConfig config,
      DateTimeFormatter siteDates,
      KnownKeys keys,
      Map<String, Term> terms,
      Problems problems) {
    this.siteDates = siteDates;
    this.terms = terms;
    this.keys = keys;
    this.matter = matter;
    this.config = config;
    this.problems = problems;
  }

  /** Tells of keys that are nearly one of the portal's own. */
  void noticeMistypedKeys() {
    matter
        .fields()
        .forEach(
            (key, field) ->
                keys.meant(key)
                    .ifPresent(
                        meant -> problems.add(ProblemCode.KHOA_LA, field.start(), key, meant)));
  }

  String title() {
    if (matter.field("title").isEmpty()) {
      missing(ProblemCode.THIEU_TIEU_DE);
    }
    return matter.text("title");
  }

  /** One of the site's document types. */
  String type() {
    Optional<FrontMatter.Field> field = matter.field("type");
    String type = field.map(f -> f.text().strip()).or(config::defaultType).orElse("");
    String choices = String.join(", ", config.types());
    if (type.isEmpty()) {
      missing(ProblemCode.THIEU_LOAI, choices);
    } else if (!config.types().contains(type)) {
      problems.add(
          ProblemCode.LOAI_LA,
          field.map(FrontMatter.Field::start).orElse(SourcePos.ofFile(matter.file())),
          type,
          nearest(type, config.types()),
          choices);
    }
    return type;
  }

  Status status() {
    Optional<FrontMatter.Field> field = matter.field("status");
    String status = field.map(f -> f.text().strip()).or(config::defaultStatus).orElse("");
    if (status.isEmpty()) {
      missing(ProblemCode.THIEU_TRANG_THAI);
      return Status.DRAFT;
    }
    return Status.ofKey(status)
        .orElseGet(
            () -> {
              problems.add(
                  ProblemCode.TRANG_THAI_LA,
                  field.map(FrontMatter.Field::start).orElse(SourcePos.ofFile(matter.file())),
                  status,
                  nearest(status, STATUSES),
                  String.join(", ", STATUSES));
              return Status.DRAFT;
            });
  }

  /** A date; empty where there is none, and where it cannot be understood. */
  Optional<Moment> moment(String key) {
    Optional<FrontMatter.Field> field = matter.field(key);
    if (field.isEmpty()) {
      return Optional.empty();
    }
    String text = field.get().text().strip();
    Optional<Temporal> parsed = inSiteFormat(text).or(() -> VietnameseDates.parse(text));
    if (parsed.isEmpty()) {
      problems.add(ProblemCode.NGAY_HONG, field.get().start(), key, text);
    }
    return parsed.map(Moment::of);
  }

  /** Tags or authors. */
  List<Term> terms(String key) {
    return matter.items(key).stream()
        .flatMap(
            item -> {
              Term term =
                  terms.computeIfAbsent(item.text(), t -> new Term(VietnameseText.slug(t), t));
              if (term.slug().isEmpty()) {
                problems.add(ProblemCode.GIA_TRI_HONG, item.pos(), key, item.text(), "a–z, 0–9");
                return Stream.empty();
              }
              return Stream.of(term);
            })
        .distinct()
        .toList();
  }

  /** Former addresses, each a page inside the site; one without an extension names a folder. */
  List<Alias> aliases() {
    return matter.items("aliases").stream().map(this::alias).toList();
  }

  private Alias alias(FrontMatter.Item item) {
    String path = StaticFiles.normalize(item.text().replaceFirst("^/+", ""));
    if (!ALIAS.matcher(path).matches()) {
      problems.add(ProblemCode.GIA_TRI_HONG, item.pos(), "aliases", item.text(), "/tin/123.html");
    }
    String last = path.substring(path.lastIndexOf('/', path.length() - 2) + 1);
    String folder = path.endsWith("/") ? path : path + "/";
    return new Alias(last.contains(".") ? path : folder + "index.html", item.pos());
  }

  boolean flag(String key) {
    Optional<FrontMatter.Field> field = matter.field(key);
    if (field.isEmpty()) {
      return false;
    }
    String text = VietnameseText.nameKey(field.get().text());
    if (!YES.contains(text) && !NO.contains(text)) {
      problems.add(
          ProblemCode.GIA_TRI_HONG, field.get().start(), key, field.get().text(), "true | false");
    }
    return YES.contains(text);
  }

  /** What was wrong, of an article that says when it was put right. */
  String correction() {
    matter
        .field("correction")
        .filter(field -> matter.field("updated").isEmpty())
        .ifPresent(field -> problems.add(ProblemCode.THIEU_NGAY_SUA, field.start()));
    return matter.text("correction");
  }

  /** Whether a value names a recording that browsers play; tells where it does not. */
  boolean isAudio(FrontMatter.Field field) {
    String name = field.text().strip();
    String kind = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (name.contains("://") || !AUDIO.contains(kind)) {
      String forms = "am-thanh/bai.mp3 (" + String.join(", ", AUDIO) + ")";
      problems.add(ProblemCode.GIA_TRI_HONG, field.start(), "audio", name, forms);
      return false;
    }
    return true;
  }

  private Optional<Temporal> inSiteFormat(String text) {
    ParsePosition start = new ParsePosition(0);
    if (siteDates.parseUnresolved(text, start) == null || start.getIndex() < text.length()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          (Temporal) siteDates.parseBest(text, LocalDateTime::from, LocalDate::from));
    } catch (DateTimeException e) {
      // the form is right and the day is not: told by the caller, unless another form fits
      return Optional.empty();
    }
  }

  private static String nearest(String written, List<String> choices) {
    String meant = MEANT.get(VietnameseText.nameKey(written));
    return meant != null && choices.contains(meant)
        ? meant
        : Nearest.to(written, choices).orElse("");
  }

  private void missing(ProblemCode code, String... args) {
    problems.add(code, SourcePos.ofFile(matter.file()), args);
  }
}
