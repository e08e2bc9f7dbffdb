package vn.cachlamhay.build;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.check.PageCheck;
import vn.cachlamhay.content.LibraryReader;
import vn.cachlamhay.content.SiteFiles;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.jbake.Baker;
import vn.cachlamhay.jbake.BodyRenderer;
import vn.cachlamhay.jbake.PageSink;
import vn.cachlamhay.jbake.Site;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Status;
import vn.cachlamhay.page.LinkCheck;
import vn.cachlamhay.page.LinkTargets;
import vn.cachlamhay.page.Plan;
import vn.cachlamhay.page.Planner;
import vn.cachlamhay.page.PublicFiles;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Topics;
import vn.cachlamhay.text.VietnameseText;

/** Builds a portal: the steps of PIPELINE.md one after the other. For one build and one thread. */
final class PortalBuild {

  private final BuildRun run;
  private final Site site;

  PortalBuild(BuildRun run) {
    this.run = run;
    this.site = run.site();
  }

  /** As {@link SiteBuilder#bake}. */
  SiteBuilder.Baked bake(Set<String> first) {
    Made made = prepare();
    var urgent = new HashSet<>(first);
    urgent.addAll(made.fresh());
    BuildReport report =
        run.write(made.library().articles().size(), sink -> make(made, urgent, sink));
    // what waits for its date changes the site without a change of any file
    boolean waits =
        run.options().drafts()
            || made.library().unpublished().values().stream()
                .anyMatch(article -> article.status() == Status.PUBLISHED_DATE);
    return new SiteBuilder.Baked(report, !waits);
  }

  /** As {@link SiteBuilder#check}. */
  BuildReport check() {
    Made made = prepare();
    var check = new PageCheck();
    int pages = make(made, Set.of(), new Sink.Checked(check));
    // that links lead to an article with errors has been told by its errors
    var excused = Set.copyOf(made.library().brokenSources().values());
    run.run(Step.CHECK, () -> check.report(excused, run.problems()));
    return run.report(made.library().articles().size(), pages, check.links(), Optional.empty());
  }

  /**
   * What steps 1 to 3 made.
   *
   * @param fresh addresses of articles that were not as they are in the last bake
   */
  private record Made(Library library, Plan plan, Set<String> fresh) {}

  private Made prepare() {
    var faults = new Problems();
    Path data = site.config().data();
    Optional<Gazetteer> places =
        load(() -> Gazetteer.load(data.resolve("localities.yaml")), faults);
    Optional<Topics> themes = load(() -> Topics.load(data.resolve("topics.yaml")), faults);
    if (faults.hasErrors()) {
      throw new SiteException(faults.sorted(), null);
    }
    Gazetteer gazetteer = places.orElseThrow();
    Topics topics = themes.orElseThrow();
    var reader = new LibraryReader(site.config(), gazetteer, topics, BodyRenderer.extensions());
    SiteFiles files = reader.scan(run.problems());
    var articles =
        new Articles(
            site.config(),
            reader.articles(files),
            new BodyRenderer(site, VietnameseText::slug, run.cache().bodies()::store),
            run.cache().articles(run.environment().articles(), gazetteer::byKey, topics::byKey));
    Library read =
        run.time(
            Step.READ,
            () ->
                reader.assemble(
                    files,
                    files.articles().parallelStream().map(articles::read).toList(),
                    run.options().now(),
                    run.options().drafts(),
                    run.problems()));
    var targets = new LinkTargets(read, site.config().relative(site.config().content()));
    Library library =
        run.time(Step.RENDER, () -> render(read, articles, targets, site.config().content()));
    return run.time(
        Step.PLAN,
        () -> {
          var planner =
              new Planner(
                  site.config(),
                  gazetteer.with(localitiesOf(library)),
                  topics,
                  site.typeTemplates(),
                  run.options().now().toLocalDate());
          Plan plan = planner.plan(library, run.problems());
          Set<String> broken =
              new LinkCheck(library, plan, targets).brokenAmong(articles::links, run.problems());
          broken.addAll(plan.refused());
          if (broken.isEmpty()) {
            return new Made(library, plan, articles.fresh());
          }
          Library sound = library.without(broken);
          return new Made(sound, planner.plan(sound, run.problems()), articles.fresh());
        });
  }

  private static List<Locality> localitiesOf(Library library) {
    return library.articles().stream().flatMap(each -> each.localities().stream()).toList();
  }

  private static <T> Optional<T> load(Supplier<T> loading, Problems faults) {
    try {
      return Optional.of(loading.get());
    } catch (SiteException e) {
      faults.addAll(e.problems());
      return Optional.empty();
    }
  }

  private Library render(Library read, Articles articles, LinkTargets targets, Path content) {
    var surroundings = new BodyRenderer.Surroundings(read.files(), targets);
    List<Article> rendered = render(read.articles(), articles, surroundings);
    render(read.faulty(), articles, surroundings);
    articles.forgetOthers();
    Library whole =
        new Library(
            rendered, read.unpublished(), read.brokenSources(), read.faulty(), read.files());
    return whole.withFiles(new PublicFiles(targets, content, articles::links).of(whole));
  }

  private List<Article> render(
      List<Article> list, Articles articles, BodyRenderer.Surroundings surroundings) {
    return list.parallelStream()
        .map(article -> articles.render(article, surroundings, run.problems()))
        .toList();
  }

  private int make(Made made, Set<String> first, PageSink sink) {
    Memory<vn.cachlamhay.cache.Made> memory = run.cache().pages(run.environment().pages());
    try {
      int pages =
          run.time(
              Step.BAKE,
              () -> new Baker(site, memory).bake(made.library(), made.plan(), first, sink));
      run.run(
          Step.INDEX,
          () -> {
            new OtherFiles(site.config()).make(made.library(), made.plan(), sink);
            Parallel.forEach(
                made.library().files().byUri().values(),
                file -> sink.copy(file.uri(), file.source()));
          });
      return pages;
    } catch (SiteException e) {
      throw run.withAllProblems(e);
    }
  }
}
