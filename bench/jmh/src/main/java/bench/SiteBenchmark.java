package bench;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import vn.cachlamhay.cache.ArticleDigests;
import vn.cachlamhay.cache.BuildCache;
import vn.cachlamhay.content.ArticleReader;
import vn.cachlamhay.content.LibraryReader;
import vn.cachlamhay.content.SiteFiles;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.jbake.Baker;
import vn.cachlamhay.jbake.BodyRenderer;
import vn.cachlamhay.jbake.PageSink;
import vn.cachlamhay.jbake.Site;
import vn.cachlamhay.jbake.SiteLoader;
import vn.cachlamhay.jbake.TemplateData;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.model.LongText;
import vn.cachlamhay.model.Views;
import vn.cachlamhay.page.LinkTargets;
import vn.cachlamhay.page.Plan;
import vn.cachlamhay.page.PlannedPage;
import vn.cachlamhay.page.Planner;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.PlaceKinds;
import vn.cachlamhay.reference.Topics;
import vn.cachlamhay.search.SearchIndex;
import vn.cachlamhay.search.Syllables;
import vn.cachlamhay.text.VietnameseDates;
import vn.cachlamhay.text.VietnameseText;

/**
 * The steps on all articles of the repository's site, without the disk at the end. The parts inside
 * them are not public, so each is measured by the step that uses it. On one thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0")
public class SiteBenchmark {

  private final LocalDateTime now = LocalDateTime.now(VietnameseDates.ZONE);
  private Site site;
  private Gazetteer gazetteer;
  private Topics topics;
  private Library read;
  private Library library;
  private Plan plan;
  private Plan articlePages;

  @Setup
  public void prepare() {
    site =
        SiteLoader.load(
            Example.SITE, Optional.empty(), VietnameseText.LOCALE, VietnameseDates.ZONE);
    gazetteer = Gazetteer.load(site.config().data().resolve("localities.yaml"));
    topics = Topics.load(site.config().data().resolve("topics.yaml"));
    read = reading();
    library = rendering();
    plan = planning();
    List<PlannedPage> articles =
        plan.pages().stream().filter(page -> page.article().isPresent()).toList();
    articlePages =
        new Plan(
            articles,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            plan.search(),
            plan.fresh(),
            plan.articlePages(),
            Set.of());
    System.out.printf(
        "# %d articles, %d pages of articles, %d pages%n",
        library.articles().size(), articles.size(), plan.pages().size());
  }

  /** Files to articles: front matter and its checks, from a warm file cache. */
  @Benchmark
  public Library reading() {
    var reader = new LibraryReader(site.config(), gazetteer, topics);
    var problems = new Problems();
    SiteFiles files = SiteFiles.scan(site.config(), BodyRenderer.extensions(), problems);
    ArticleReader articles = reader.articles(files);
    return reader.assemble(
        files, files.articles().stream().map(articles::read).toList(), now, false, problems);
  }

  /** Markdown of all articles to clean HTML with links and picture sizes. */
  @Benchmark
  public Library rendering() {
    var targets = new LinkTargets(read, site.config().relative(site.config().content()));
    var surroundings = new BodyRenderer.Surroundings(read.files(), targets);
    var renderer = new BodyRenderer(site, VietnameseText::slug, LongText::of);
    return new Library(
        read.articles().stream()
            .map(a -> renderer.finish(a, renderer.begin(a), surroundings).article())
            .toList(),
        read.unpublished(),
        read.brokenSources(),
        read.faulty(),
        read.files());
  }

  @Benchmark
  public Plan planning() {
    return new Planner(
            site.config(),
            gazetteer,
            topics, PlaceKinds.STANDARD,
            Views.NONE,
            site.typeTemplates(),
            now.toLocalDate())
        .plan(library, new Problems());
  }

  /** The articles' own pages through FreeMarker. */
  @Benchmark
  public void articlePages(Blackhole sink) {
    bake(articlePages, sink);
  }

  /** All pages through FreeMarker. */
  @Benchmark
  public void allPages(Blackhole sink) {
    bake(plan, sink);
  }

  private void bake(Plan pages, Blackhole sink) {
    try (BuildCache cache = BuildCache.temporary()) {
      new Baker(
              site,
              () -> cache.pages(Digest.NONE),
              new ArticleDigests(),
              TemplateData.begin(site),
              library)
          .bake(pages, Set.of(), new Consumed(sink));
    }
  }

  /** Takes pages and forgets them. */
  private record Consumed(Blackhole sink) implements PageSink {
    @Override
    public String put(String uri, byte[] bytes) {
      sink.consume(bytes);
      return "";
    }

    @Override
    public void copy(String uri, Path source) {
      throw new IllegalStateException("pages only: " + uri);
    }
  }

  /** The index of the search and what results show. */
  @Benchmark
  public void searchIndex(Blackhole sink) {
    var index = new SearchIndex(plan.search(), Syllables.load());
    index.files().forEach(file -> sink.consume(file.text().get()));
    index.largeSegments().forEach(segment -> sink.consume(index.shards(segment)));
  }
}
