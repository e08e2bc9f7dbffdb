package vn.cachlamhay.page;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Alias;
import vn.cachlamhay.model.Api;
import vn.cachlamhay.model.App;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Body;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.Heading;
import vn.cachlamhay.model.Hosting;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.LongText;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.model.Practice;
import vn.cachlamhay.model.Publisher;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.StaticFile;
import vn.cachlamhay.model.StaticFiles;
import vn.cachlamhay.model.Status;
import vn.cachlamhay.model.Term;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.practice.QuantityReader;
import vn.cachlamhay.text.ReadingTime;
import vn.cachlamhay.text.VietnameseText;

/** Values for tests, said as briefly as each test needs them. Stateless. */
public final class Samples {

  private static final List<String> PAGES =
      List.of(
          "home",
          "list",
          "topic",
          "place",
          "groups",
          "places",
          "matrix",
          "search",
          "saved",
          "offline",
          "notfound");

  private Samples() {}

  /** A published post at {@code bai-viet/<name>.html}. */
  public static Builder article(String name) {
    return new Builder(name);
  }

  /** A site with every kind of page and lists of {@code pageSize}. */
  public static SiteConfig portal(String host, int pageSize) {
    return portal(host, pageSize, "Cách làm hay");
  }

  /** A portal of that name. */
  public static SiteConfig portal(String host, int pageSize, String title) {
    return config(title, host, pageSize, templates(PAGES));
  }

  /** A portal that has another kind of page too. */
  public static SiteConfig portalWith(String template) {
    var all = new ArrayList<String>(PAGES);
    all.add(template);
    return config("Cách làm hay", "", 20, templates(all));
  }

  private static Map<String, String> templates(List<String> names) {
    return names.stream().collect(Collectors.toMap(name -> name, name -> name + ".ftlh"));
  }

  /** A portal with files for hosts. */
  public static SiteConfig portal(String host, int pageSize, Hosting hosting) {
    return config("Cách làm hay", host, pageSize, Map.of("notfound", "notfound.ftlh"), hosting);
  }

  private static SiteConfig config(
      String title, String host, int pageSize, Map<String, String> templates) {
    return config(title, host, pageSize, templates, Hosting.NONE);
  }

  private static SiteConfig config(
      String title, String host, int pageSize, Map<String, String> templates, Hosting hosting) {
    Path site = Path.of("/site");
    return new SiteConfig(
        site,
        site.resolve("content"),
        site.resolve("data"),
        site.resolve("templates"),
        site.resolve("assets"),
        site.resolve("output"),
        title,
        "Kinh nghiệm từ cơ sở",
        host,
        new Publisher("", "", "", "", "", ""),
        List.of(),
        "",
        List.of("post", "practice", "page"),
        Optional.empty(),
        Optional.empty(),
        "yyyy-MM-dd",
        "~~~~~~",
        ".jbakeignore",
        true,
        ".html",
        "-draft",
        templates,
        pageSize,
        new App(title, "#8c171b", "#fcf9f3"),
        hosting,
        new Api(true, "CC BY 4.0"));
  }

  /** Articles, sorted as a library is, and files beside them. */
  public static Library library(List<Article> articles, String... files) {
    var statics = new HashMap<String, StaticFile>();
    for (String uri : files) {
      statics.put(uri, new StaticFile(uri, Path.of("/site/assets", uri), 1));
    }
    return new Library(
        articles.stream().sorted(Article.NEWEST_FIRST).toList(),
        Map.of(),
        Map.of(),
        List.of(),
        new StaticFiles(statics));
  }

  /** A result of 2018 with its numbers as people write them; empty where there is none. */
  public static Figure figure(String indicator, String target, String value, String share) {
    return new Figure(
        indicator,
        "",
        "",
        QuantityReader.read(target),
        QuantityReader.read(value),
        QuantityReader.read(share),
        Optional.of(2018),
        "",
        "",
        "so-lieu-1");
  }

  /** What the filters load of practices, newest first. */
  public static PracticePlan practicePlan(List<PracticeItem> items, LocalDate today) {
    return PracticePlan.of(items, today);
  }

  /** Makes an article. For one article. */
  public static final class Builder {

    private final String name;
    private String type = "post";
    private Status status = Status.PUBLISHED;
    private String title;
    private LocalDateTime date = LocalDateTime.of(2018, 9, 12, 8, 30);
    private Optional<Moment> updated = Optional.empty();
    private final List<Term> authors = new ArrayList<>();
    private final List<Term> tags = new ArrayList<>();
    private final List<Locality> places = new ArrayList<>();
    private final List<Topic> topics = new ArrayList<>();
    private List<String> aliases = List.of();
    private String summary = "Tóm tắt";
    private String uri;
    private Set<String> anchors = Set.of();
    private String caption = "";
    private String correction = "";
    private Optional<String> text = Optional.empty();
    private final List<Heading> headings = new ArrayList<>();
    private Optional<String> figure = Optional.empty();

    private Practice practice = Practice.NONE;
    private Optional<String> source = Optional.empty();

    private Builder(String name) {
      this.name = name;
      this.title = name;
      this.uri = "bai-viet/" + name + ".html";
    }

    public Builder type(String newType) {
      this.type = newType;
      return this;
    }

    public Builder status(Status newStatus) {
      this.status = newStatus;
      return this;
    }

    public Builder title(String newTitle) {
      this.title = newTitle;
      return this;
    }

    public Builder uri(String newUri) {
      this.uri = newUri;
      return this;
    }

    public Builder date(LocalDateTime newDate) {
      this.date = newDate;
      return this;
    }

    public Builder updated(LocalDateTime newDate) {
      this.updated = Optional.of(new Moment(newDate, true));
      return this;
    }

    public Builder tags(String... names) {
      for (String tag : names) {
        tags.add(new Term(VietnameseText.slug(tag), tag));
      }
      return this;
    }

    public Builder authors(String... names) {
      for (String author : names) {
        authors.add(new Term(VietnameseText.slug(author), author));
      }
      return this;
    }

    public Builder places(Locality... newPlaces) {
      places.addAll(List.of(newPlaces));
      return this;
    }

    public Builder topics(Topic... newTopics) {
      topics.addAll(List.of(newTopics));
      return this;
    }

    public Builder aliases(String... newAliases) {
      this.aliases = List.of(newAliases);
      return this;
    }

    public Builder summary(String newSummary) {
      this.summary = newSummary;
      return this;
    }

    public Builder anchors(String... ids) {
      this.anchors = Set.of(ids);
      return this;
    }

    public Builder caption(String newCaption) {
      this.caption = newCaption;
      return this;
    }

    public Builder correction(String newCorrection) {
      this.correction = newCorrection;
      return this;
    }

    /** The body as plain text, blocks separated by line ends; the name where none is given. */
    public Builder text(String newText) {
      this.text = Optional.of(newText);
      return this;
    }

    public Builder heading(String newHeading) {
      headings.add(new Heading(VietnameseText.slug(newHeading), newHeading, 2));
      return this;
    }

    public Builder figure(String newFigure) {
      this.figure = Optional.of(newFigure);
      return this;
    }

    /** What was recognised in the text. */
    public Builder practice(Practice newPractice) {
      this.practice = newPractice;
      return this;
    }

    /** Lessons of the text, which are all that was recognised in it. */
    public Builder lessons(String... texts) {
      var lessons = new ArrayList<Practice.Lesson>();
      for (String each : texts) {
        lessons.add(new Practice.Lesson(each, "kinh-nghiem-" + (lessons.size() + 1)));
      }
      return practice(new Practice(List.of(), List.of(), List.of(), lessons));
    }

    /** Results of the text, which are all that was recognised in it. */
    public Builder figures(Figure... figures) {
      return practice(new Practice(List.of(), List.of(), List.of(figures), List.of()));
    }

    /** The file; that of the address where none is given. */
    public Builder source(String newSource) {
      this.source = Optional.of(newSource);
      return this;
    }

    public Article build() {
      String file =
          source.orElse("content/" + uri.substring(0, uri.length() - ".html".length()) + ".md");
      return new Article(
          file,
          uri,
          type,
          status,
          title,
          Optional.of(new Moment(date, true)),
          updated,
          authors,
          "",
          "",
          summary,
          places,
          topics,
          tags,
          Optional.empty(),
          caption,
          Optional.empty(),
          correction,
          List.of(),
          aliases.stream().map(alias -> new Alias(alias, SourcePos.ofFile(file))).toList(),
          false,
          figure.isEmpty() ? Map.of("title", name) : Map.of("title", name, "figure", figure.get()),
          "",
          1,
          new Body(
              LongText.of("<p>" + name + "</p>"),
              LongText.of(text.orElse(name)),
              text.map(Body::excerpt).orElse(name),
              ReadingTime.minutes(text.orElse(name)),
              headings,
              anchors,
              practice));
    }
  }
}
