package vn.cachlamhay.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cachlamhay.cache.ArticleDigests;
import vn.cachlamhay.cache.FileStamp;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.cache.Remembered;
import vn.cachlamhay.cache.ValueWriter;
import vn.cachlamhay.content.ArticleReader;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.jbake.BodyRenderer;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.model.LinkRef;
import vn.cachlamhay.model.Lookup;
import vn.cachlamhay.model.SiteConfig;

/**
 * Reads and renders the articles of one build. An article whose file is as it was in the last build
 * and that would be told the same of the rest of the site comes from memory, with the notices about
 * it. Articles with errors are never remembered. Thread-safe.
 */
final class Articles {

  private final SiteConfig config;
  private final ArticleReader reader;
  private final BodyRenderer renderer;
  private final Memory<Remembered> memory;
  private final Inputs inputs;
  private final ArticleDigests digests = new ArticleDigests();
  private final Map<String, Work> works = new ConcurrentHashMap<>();
  private final Map<String, Done> done = new ConcurrentHashMap<>();
  private final Map<String, Remembered> former = new ConcurrentHashMap<>();

  /** What is at hand of one article: either from memory, or as far as it has been rendered. */
  private record Work(
      Path path,
      Optional<Remembered> known,
      ArticleReader.Reading reading,
      Optional<FileStamp> stamp,
      Optional<BodyRenderer.Text> text) {

    List<LinkRef> links() {
      return known
          .map(Remembered::links)
          .or(() -> text.map(BodyRenderer.Text::links))
          .orElse(List.of());
    }
  }

  /**
   * What is asked of an article after it has been rendered, for which its work makes room.
   *
   * @param pictures what it asked of them
   * @param uri as its file has it
   */
  private record Done(List<LinkRef> links, List<Lookup> pictures, String uri, boolean fresh) {}

  Articles(
      SiteConfig config,
      Inputs inputs,
      ArticleReader reader,
      BodyRenderer renderer,
      Memory<Remembered> memory) {
    this.config = config;
    this.reader = reader;
    this.renderer = renderer;
    this.memory = memory;
    this.inputs = inputs;
  }

  /** Whether an article's file is as it was when it was remembered, as far as its stamp tells. */
  boolean isRemembered(Path path) {
    return memory
        .get(config.relative(path))
        .filter(known -> inputs.stamp(path).filter(now -> now.isSameAs(known.stamp())).isPresent())
        .isPresent();
  }

  /** Step 1: reads an article, and renders it as far as that can be done alone. */
  ArticleReader.Reading read(Path path) {
    String source = config.relative(path);
    Optional<FileStamp> stamp = inputs.stamp(path);
    Optional<Remembered> known =
        memory
            .get(source)
            .flatMap(article -> stamp.flatMap(now -> unchanged(path, now, article)))
            .filter(article -> answersOf(article, true).allMatch(l -> reader.holds(path, l)));
    if (known.isPresent()) {
      Remembered article = known.get();
      memory.put(source, article);
      digests.know(article.article(), article.digests());
      var reading =
          new ArticleReader.Reading(
              Optional.of(article.article()), article.content(), List.of(), article.notices());
      works.put(source, new Work(path, known, reading, stamp, Optional.empty()));
      return reading;
    }
    return work(path, source, stamp).reading();
  }

  /**
   * Step 2: renders what is left to render.
   *
   * @param article as the library has it
   */
  Article render(Article article, BodyRenderer.Surroundings surroundings, Problems problems) {
    Work work = works.get(article.source());
    if (work.known().isPresent()) {
      if (answersOf(work.known().get(), false)
          .allMatch(lookup -> renderer.holds(article, lookup, surroundings))) {
        problems.addAll(work.known().get().laterNotices());
        finish(work, work.known().get().lookups());
        return article;
      }
      work = work(work.path(), article.source(), inputs.stamp(work.path()));
    }
    BodyRenderer.Rendered rendered =
        renderer.finish(withMarkup(article, work), work.text().orElseThrow(), surroundings);
    problems.addAll(rendered.problems());
    finish(work, rendered.lookups());
    Article published = rendered.article().withMarkup("");
    remember(work, rendered, published);
    return published;
  }

  private void finish(Work work, List<Lookup> lookups) {
    Article read = work.reading().article().orElseThrow();
    boolean fresh = work.known().isEmpty();
    done.put(read.source(), new Done(work.links(), picturesAmong(lookups), read.uri(), fresh));
    works.remove(read.source());
  }

  /** Other versions of articles, of which nothing is remembered. */
  ArticleVersions versions() {
    return new ArticleVersions(reader, renderer);
  }

  /** The links of an article, with their places. */
  List<LinkRef> links(String source) {
    return Optional.ofNullable(done.get(source))
        .map(Done::links)
        .orElseGet(() -> works.get(source).links());
  }

  /** What an article asked of pictures when it was rendered. */
  List<Lookup> pictures(String source) {
    return Optional.ofNullable(done.get(source)).map(Done::pictures).orElse(List.of());
  }

  /** What an article asked of pictures. */
  static List<Lookup> picturesAmong(List<Lookup> lookups) {
    return lookups.stream()
        .filter(l -> l.kind() == Lookup.Kind.SIZE || l.kind() == Lookup.Kind.COVER)
        .toList();
  }

  /** Addresses of the articles that did not come from memory. */
  Set<String> fresh() {
    Stream<String> unpublished =
        works.values().stream()
            .filter(work -> work.known().isEmpty())
            .flatMap(work -> work.reading().article().stream())
            .map(Article::uri);
    return Stream.concat(done.values().stream().filter(Done::fresh).map(Done::uri), unpublished)
        .collect(Collectors.toSet());
  }

  /** Digests of the articles. */
  ArticleDigests digests() {
    return digests;
  }

  /** Forgets the articles that are gone. */
  void forgetOthers() {
    var all = new HashSet<>(works.keySet());
    all.addAll(done.keySet());
    memory.retain(all);
  }

  /** What an article that did not come from memory was in the last bake, if that is known. */
  Optional<Remembered> formerly(String source) {
    return Optional.ofNullable(former.get(source));
  }

  private Work work(Path path, String source, Optional<FileStamp> stamp) {
    memory.get(source).ifPresent(earlier -> former.put(source, earlier));
    ArticleReader.Reading reading = reader.read(path);
    Optional<BodyRenderer.Text> text = reading.article().map(renderer::begin);
    boolean waits = text.filter(begun -> begun.body().isEmpty()).isPresent();
    // the markup of many articles at a time would fill the memory
    var kept =
        new ArticleReader.Reading(
            reading.article().map(article -> waits ? article : article.withMarkup("")),
            reading.content(),
            reading.lookups(),
            reading.problems());
    var work = new Work(path, Optional.empty(), kept, stamp, text);
    works.put(source, work);
    return work;
  }

  /** The article of the library may be a draft at another address, or one from memory. */
  private static Article withMarkup(Article article, Work work) {
    return article.withMarkup(work.reading().article().orElseThrow().markup());
  }

  private void remember(Work work, BodyRenderer.Rendered rendered, Article published) {
    String source = published.source();
    boolean wrong = rendered.problems().stream().anyMatch(Problem::isError);
    if (wrong
        || !work.reading().sound()
        || !BodyRenderer.isOurs(source)
        || work.stamp().isEmpty()
        || !ValueWriter.canWrite(published.values())) {
      memory.remove(source);
      return;
    }
    Article read = work.reading().article().orElseThrow();
    boolean same = read.uri().equals(published.uri()) && read.status() == published.status();
    Remembered remembered =
        Remembered.of(
            work.stamp().get(),
            work.reading().content(),
            same ? published : read.rendered(published.body(), published.image()).withMarkup(""),
            work.text().orElseThrow().links(),
            Stream.concat(work.reading().lookups().stream(), rendered.lookups().stream()).toList(),
            work.reading().problems(),
            rendered.problems());
    memory.put(source, remembered);
    if (same) {
      digests.know(published, remembered.digests());
    }
  }

  /** Where the stamp alone cannot tell, the content does. */
  private static Optional<Remembered> unchanged(Path path, FileStamp now, Remembered article) {
    if (now.isSameAs(article.stamp())) {
      return Optional.of(article);
    }
    try {
      return now.size() == article.stamp().size()
              && Digest.of(Files.readAllBytes(path)).equals(article.content())
          ? Optional.of(article.withStamp(now))
          : Optional.empty();
    } catch (IOException e) {
      // reading it as an article tells why
      return Optional.empty();
    }
  }

  private static Stream<Lookup> answersOf(Remembered article, boolean whenRead) {
    return article.lookups().stream()
        .filter(lookup -> (lookup.kind() == Lookup.Kind.FILE) == whenRead);
  }
}
