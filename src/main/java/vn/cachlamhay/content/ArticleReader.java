package vn.cachlamhay.content;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Body;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Media;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.StaticFile;
import vn.cachlamhay.model.StaticFiles;
import vn.cachlamhay.model.Status;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Resolution;
import vn.cachlamhay.reference.Topics;
import vn.cachlamhay.text.VietnameseText;

/**
 * Reads one content file and checks everything that its front matter says. All that is wrong with a
 * file is told at once. Immutable and thread-safe.
 */
final class ArticleReader {

  private final SiteConfig config;
  private final Gazetteer gazetteer;
  private final Topics topics;
  private final StaticFiles statics;
  private final FrontMatterParser parser;
  private final DateTimeFormatter siteDates;

  ArticleReader(SiteConfig config, Gazetteer gazetteer, Topics topics, StaticFiles statics) {
    this.config = config;
    this.gazetteer = gazetteer;
    this.topics = topics;
    this.statics = statics;
    this.parser = new FrontMatterParser(config.headerSeparator());
    this.siteDates = siteDates(config);
  }

  /**
   * A file after reading.
   *
   * @param article empty where the file could not even be taken apart
   * @param sound whether nothing is wrong with it
   */
  record Reading(Optional<Article> article, boolean sound) {}

  /** Reads a file and tells what is wrong with it. */
  Reading read(Path path, Problems problems) {
    var own = new Problems();
    String name = config.relative(path);
    Optional<Article> article =
        SourceText.read(path, name, own)
            .flatMap(text -> parser.parse(text, name, own))
            .map(
                matter ->
                    article(path, matter, new FieldReader(matter, config, siteDates, own), own));
    problems.addAll(own.sorted());
    return new Reading(article, !own.hasErrors());
  }

  private Article article(Path path, FrontMatter matter, FieldReader fields, Problems problems) {
    String uri = address(path, problems);
    String type = fields.type();
    String below = contentPath(path);
    String folder = below.substring(0, below.lastIndexOf('/') + 1);
    Optional<Moment> date = fields.moment("date");
    fields.noticeMistypedKeys();
    Status status = fields.status();
    boolean dated = !type.equals("page") || status == Status.PUBLISHED_DATE;
    if (dated && matter.field("date").isEmpty()) {
      problems.add(ProblemCode.THIEU_NGAY, SourcePos.ofFile(matter.file()));
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
        localities(matter, date, problems),
        topics(matter, problems),
        fields.terms("tags"),
        image(matter, folder, problems),
        matter.text("caption"),
        attachments(matter, folder, problems),
        fields.aliases(),
        fields.flag("featured"),
        matter.values(),
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

  private List<Locality> localities(FrontMatter matter, Optional<Moment> date, Problems problems) {
    var found = new ArrayList<Locality>();
    for (FrontMatter.Item item : matter.items("locality")) {
      Resolution<Locality> resolution = gazetteer.resolve(item.text(), date.map(Moment::day));
      if (resolution instanceof Resolution.Found<Locality> hit) {
        found.add(hit.value());
      } else if (resolution instanceof Resolution.Ambiguous<Locality> many) {
        String choices = String.join(" | ", many.choices());
        problems.add(ProblemCode.DIA_PHUONG_MO_HO, item.pos(), item.text(), choices);
      } else if (resolution instanceof Resolution.Unknown<Locality> none) {
        problems.add(
            ProblemCode.KHONG_RO_DIA_PHUONG,
            item.pos(),
            item.text(),
            none.nearest(),
            Gazetteer.FILE);
      }
    }
    return found;
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

  private Optional<Media> image(FrontMatter matter, String folder, Problems problems) {
    return matter
        .field("image")
        .flatMap(
            field -> {
              String target = field.text().strip();
              if (target.startsWith("https://") || target.startsWith("http://")) {
                return Optional.of(new Media(target, 0, 0));
              }
              return file(target, folder, field.start(), ProblemCode.THIEU_ANH, problems)
                  .map(file -> new Media(file.uri(), 0, 0));
            });
  }

  private List<StaticFile> attachments(FrontMatter matter, String folder, Problems problems) {
    var found = new ArrayList<StaticFile>();
    for (FrontMatter.Item item : matter.items("attachments")) {
      file(item.text(), folder, item.pos(), ProblemCode.THIEU_TEP_DINH_KEM, problems)
          .ifPresent(found::add);
    }
    return found;
  }

  private Optional<StaticFile> file(
      String target, String folder, SourcePos pos, ProblemCode missing, Problems problems) {
    Optional<StaticFile> file = statics.find(target, folder);
    if (file.isEmpty()) {
      String content = config.relative(config.content());
      problems.add(
          missing,
          pos,
          target,
          target.startsWith("/")
              ? content + target + " | " + config.relative(config.assets()) + target
              : content
                  + "/"
                  + folder
                  + target
                  + " | "
                  + config.relative(config.assets())
                  + "/"
                  + target);
    }
    return file;
  }
}
