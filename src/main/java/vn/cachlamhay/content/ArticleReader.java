package vn.cachlamhay.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Body;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.model.Lookup;
import vn.cachlamhay.model.Media;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.StaticFile;
import vn.cachlamhay.model.StaticFiles;
import vn.cachlamhay.model.Status;
import vn.cachlamhay.model.Term;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Resolution;
import vn.cachlamhay.reference.Topics;
import vn.cachlamhay.text.SharedTexts;
import vn.cachlamhay.text.VietnameseText;

/**
 * Reads one content file and checks everything that its front matter says. All that is wrong with a
 * file is told at once. Immutable and thread-safe.
 */
public final class ArticleReader {

  private static final Pattern GUIDE = Pattern.compile("chu-de/([a-z0-9-]+)\\.[a-z]+");

  private final SiteConfig config;
  private final LocalityReader places;
  private final Topics topics;
  private final StaticFiles statics;
  private final FrontMatterParser parser;
  private final DateTimeFormatter siteDates;
  private final KnownKeys keys = new KnownKeys();
  private final Map<String, Term> terms = new ConcurrentHashMap<>();
  private final SharedTexts texts = new SharedTexts(14);

  /**
   * @param statics the files that articles may show or hand out
   */
  public ArticleReader(SiteConfig config, Gazetteer gazetteer, Topics topics, StaticFiles statics) {
    this.config = config;
    this.places = new LocalityReader(gazetteer);
    this.topics = topics;
    this.statics = statics;
    this.parser = new FrontMatterParser(config.headerSeparator());
    this.siteDates = siteDates(config);
  }

  /**
   * A file after reading.
   *
   * @param article empty where the file could not even be taken apart
   * @param content of the file; that of nothing where it could not be read
   * @param lookups which files it asked for
   * @param problems what is wrong with it
   */
  public record Reading(
      Optional<Article> article, Digest content, List<Lookup> lookups, List<Problem> problems) {

    /** Whether nothing is wrong but notices. */
    public boolean sound() {
      return problems.stream().noneMatch(Problem::isError);
    }
  }

  /** Reads a file and tells what is wrong with it. */
  public Reading read(Path path) {
    try {
      return read(path, Files.readAllBytes(path));
    } catch (IOException e) {
      var problems = new Problems();
      problems.add(
          ProblemCode.KHONG_DOC_DUOC, SourcePos.ofFile(config.relative(path)), e.getMessage());
      return new Reading(Optional.empty(), Digest.NONE, List.of(), problems.sorted());
    }
  }

  /**
   * Reads what a file is to hold, as if it held it already.
   *
   * @param path where it stands, or will
   */
  public Reading read(Path path, byte[] bytes) {
    var problems = new Problems();
    String name = config.relative(path);
    var lookups = new ArrayList<Lookup>();
    Optional<Article> article =
        SourceText.decode(bytes, name, problems)
            .flatMap(text -> parser.parse(text, name, problems))
            .map(matter -> article(path, matter, lookups, problems));
    return new Reading(article, Digest.of(bytes), lookups, problems.sorted());
  }

  /** Whether an article would be told the same of its files as when it was read. */
  public boolean holds(Path path, Lookup lookup) {
    return answer(statics.find(lookup.asked(), folder(contentPath(path)))).equals(lookup.answer());
  }

  private static String answer(Optional<StaticFile> file) {
    return file.map(found -> found.uri() + "|" + found.size()).orElse("");
  }

  private static String folder(String below) {
    return below.substring(0, below.lastIndexOf('/') + 1);
  }

  private Article article(Path path, FrontMatter matter, List<Lookup> lookups, Problems problems) {
    var fields = new FieldReader(matter, config, siteDates, keys, terms, problems);
    String type = fields.type();
    String uri = type.equals("page") ? pageAddress(path, problems) : address(path, problems);
    var files = new NamedFiles(folder(contentPath(path)), lookups, problems);
    Optional<Moment> date = fields.moment("date");
    fields.noticeMistypedKeys();
    Status status = fields.status();
    boolean dated = !type.equals("page") || status == Status.PUBLISHED_DATE;
    if (dated && matter.field("date").isEmpty()) {
      Problem missing = Problem.of(ProblemCode.THIEU_NGAY, SourcePos.ofFile(matter.file()));
      // what is brought in does not always say when it was written; it is published with a date
      // only
      boolean draft = status == Status.DRAFT && matter.field("status").isPresent();
      problems.add(draft ? missing.asNotice() : missing);
    }
    return new Article(
        matter.file(),
        uri,
        type,
        status,
        fields.title(),
        date,
        fields.moment("updated"),
        fields.terms("author"),
        matter.text("agency"),
        matter.text("source"),
        matter.text("summary"),
        places.read(matter.items("locality"), date.map(Moment::day), problems),
        topics(matter, problems),
        fields.terms("tags"),
        image(matter, files),
        matter.text("caption"),
        audio(matter, fields, files),
        fields.correction(),
        attachments(matter, files),
        fields.aliases(),
        fields.flag("featured"),
        matter.values(texts),
        matter.body(),
        matter.bodyLine(),
        Body.NONE);
  }

  private static DateTimeFormatter siteDates(SiteConfig config) {
    try {
      return new DateTimeFormatterBuilder()
          .appendPattern(config.dateFormat())
          // strict reading wants an era beside the year that patterns call y
          .parseDefaulting(ChronoField.ERA, 1)
          .toFormatter(VietnameseText.LOCALE)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException e) {
      throw new SiteException(
          Problem.of(
              ProblemCode.CAU_HINH_HONG,
              SourcePos.ofFile("jbake.properties"),
              "date.format = " + config.dateFormat(),
              "date.format=yyyy-MM-dd"),
          e);
    }
  }

  private String contentPath(Path path) {
    return VietnameseText.nfc(config.content().relativize(path).toString().replace('\\', '/'));
  }

  /** The guide of a topic, {@code chu-de/<key>.md}, has the address of the topic's page. */
  private String pageAddress(Path path, Problems problems) {
    Matcher guide = GUIDE.matcher(contentPath(path));
    return guide.matches() && topics.byKey(guide.group(1)).isPresent()
        ? "chu-de/" + guide.group(1) + "/index" + config.outputExtension()
        : address(path, problems);
  }

  private String address(Path path, Problems problems) {
    String below = contentPath(path);
    return Addresses.of(below, config.outputExtension())
        .orElseGet(
            () -> {
              problems.add(
                  ProblemCode.DIA_CHI_HONG,
                  SourcePos.ofFile(config.relative(path)),
                  path.getFileName().toString());
              return below;
            });
  }

  private List<Topic> topics(FrontMatter matter, Problems problems) {
    var found = new ArrayList<Topic>();
    for (FrontMatter.Item item : matter.items("topic")) {
      Resolution<Topic> resolution = topics.resolve(item.text());
      if (resolution instanceof Resolution.Found<Topic> hit) {
        found.add(hit.value());
      } else if (resolution instanceof Resolution.Unknown<Topic> none) {
        problems.add(
            ProblemCode.KHONG_RO_CHU_DE, item.pos(), item.text(), none.nearest(), Topics.FILE);
      }
    }
    return found;
  }

  private static Optional<Media> image(FrontMatter matter, NamedFiles files) {
    return matter
        .field("image")
        .flatMap(
            field -> {
              String target = field.text().strip();
              if (target.startsWith("https://") || target.startsWith("http://")) {
                return Optional.of(new Media(target, 0, 0));
              }
              return files
                  .find(target, field.start(), ProblemCode.THIEU_ANH)
                  .map(file -> new Media(file.uri(), 0, 0));
            });
  }

  private static Optional<StaticFile> audio(
      FrontMatter matter, FieldReader fields, NamedFiles files) {
    return matter
        .field("audio")
        .filter(fields::isAudio)
        .flatMap(
            field -> files.find(field.text().strip(), field.start(), ProblemCode.THIEU_AM_THANH));
  }

  private static List<StaticFile> attachments(FrontMatter matter, NamedFiles files) {
    var found = new ArrayList<StaticFile>();
    for (FrontMatter.Item item : matter.items("attachments")) {
      files.find(item.text(), item.pos(), ProblemCode.THIEU_TEP_DINH_KEM).ifPresent(found::add);
    }
    return found;
  }

  /** The files beside one article; what is missing is told. */
  private final class NamedFiles {
    private final String folder;
    private final List<Lookup> lookups;
    private final Problems problems;

    NamedFiles(String folder, List<Lookup> lookups, Problems problems) {
      this.folder = folder;
      this.lookups = lookups;
      this.problems = problems;
    }

    Optional<StaticFile> find(String target, SourcePos pos, ProblemCode missing) {
      Optional<StaticFile> file = statics.find(target, folder);
      lookups.add(new Lookup(Lookup.Kind.FILE, target, answer(file)));
      if (file.isEmpty()) {
        String below = target.startsWith("/") ? target : "/" + folder + target;
        String asset = target.startsWith("/") ? target : "/" + target;
        problems.add(
            missing,
            pos,
            target,
            config.relative(config.content())
                + below
                + " | "
                + config.relative(config.assets())
                + asset);
      }
      return file;
    }
  }
}
