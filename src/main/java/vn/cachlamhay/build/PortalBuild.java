package vn.cachlamhay.build;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import vn.cachlamhay.cache.Made;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.cache.Remembered;
import vn.cachlamhay.check.PageCheck;
import vn.cachlamhay.content.LibraryReader;
import vn.cachlamhay.content.SiteFiles;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.jbake.Baker;
import vn.cachlamhay.jbake.BodyRenderer;
import vn.cachlamhay.jbake.Site;
import vn.cachlamhay.jbake.TemplateData;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Status;
import vn.cachlamhay.page.LinkCheck;
import vn.cachlamhay.page.LinkTargets;
import vn.cachlamhay.page.Plan;
import vn.cachlamhay.page.Planner;
import vn.cachlamhay.page.PublicFiles;
import vn.cachlamhay.practice.PracticeReader;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Topics;
import vn.cachlamhay.text.VietnameseText;

/**
 * Builds a portal: the steps of PIPELINE.md one after the other. What the first of them need from
 * the disk is read meanwhile. For one build and one thread.
 */
final class PortalBuild {

  private final BuildRun run;
  private final Site site;
  private final Supplier<SiteFiles> files;
  private final Supplier<Memory<Made>> pages;

  PortalBuild(BuildRun run) {
    this.run = run;
    this.site = run.site();
    this.files =
        Parallel.begin(
            () -> SiteFiles.scan(site.config(), BodyRenderer.extensions(), run.problems()));
    this.pages = Parallel.begin(() -> run.cache().pages(run.environment().pages()));
  }

  /** As {@link SiteBuilder#bake}. */
  SiteBuilder.Baked bake(Set<String> first) {
    var done = new AtomicReference<Prepared>();
    var again = new AtomicReference<Baker.Again>();
    BuildReport report =
        run.write(
            sink -> {
              Prepared prepared = prepare();
              done.set(prepared);
              var urgent = new HashSet<>(first);
              if (run.isWatched()) {
                urgent.addAll(prepared.articles().fresh());
              }
              Library library = prepared.library();
              var out = CompressedCopies.into(sink, run, library.files().byUri().keySet());
              Baker.Baked baked =
                  new PortalFiles(run, prepared, pages.get()).make(urgent, out, true);
              out.end();
              again.set(baked.again());
              return new BuildRun.Counts(library.articles().size(), baked.pages());
            });
    Prepared prepared = done.get();
    // what waits for its date changes the site without a change of any file
    boolean waits =
        run.options().drafts()
            || prepared.library().unpublished().values().stream()
                .anyMatch(article -> article.status() == Status.PUBLISHED_DATE);
    return new SiteBuilder.Baked(
        report,
        !waits && CompressedCopies.areAllIn(report),
        () -> new PortalPreview(site, prepared, again.get(), run.options().now()),
        Optional.of(prepared.catalog()));
  }

  /** As {@link SiteBuilder#check}. */
  BuildReport check() {
    Prepared prepared = prepare();
    var check = new PageCheck();
    int made =
        new PortalFiles(run, prepared, pages.get())
            .make(Set.of(), new Sink.Checked(check), false)
            .pages();
    // that links lead to an article with errors has been told by its errors
    var excused = Set.copyOf(prepared.library().brokenSources().values());
    run.run(Step.CHECK, () -> check.report(excused, run.problems()));
    return run.report(prepared.library().articles().size(), made, check.links(), Optional.empty());
  }

  /**
   * What steps 1 to 3 made.
   *
   * @param library what will be published
   * @param articles as they were read
   * @param links the check that they passed
   * @param baker of the library
   * @param catalog of all that was read
   */
  record Prepared(
      Library library,
      Plan plan,
      Articles articles,
      BodyRenderer.Surroundings surroundings,
      LinkCheck links,
      Baker baker,
      Catalog catalog) {}

  private Prepared prepare() {
    ReferenceData reference = run.reference();
    // JBake's own reader of the same files complains by itself about those that are broken
    TemplateData templateData = TemplateData.begin(site);
    Gazetteer gazetteer = reference.gazetteer();
    Topics topics = reference.topics();
    var reader = new LibraryReader(site.config(), gazetteer, topics);
    var practices = new PracticeReader(reference.terms());
    var renderer =
        new BodyRenderer(site, VietnameseText::slug, practices, run.cache().bodies()::store);
    Memory<Remembered> known =
        run.cache().articles(run.environment().articles(), gazetteer::byKey, topics::byKey);
    SiteFiles scanned = files.get();
    var articles =
        new Articles(site.config(), run.inputs(), reader.articles(scanned), renderer, known);
    Library read = run.time(Step.READ, () -> read(reader, scanned, articles));
    var targets = new LinkTargets(read, site.config().relative(site.config().content()));
    var surroundings = new BodyRenderer.Surroundings(read.files(), targets);
    Library library = run.time(Step.RENDER, () -> render(read, articles, surroundings));
    var catalog =
        new Catalog(site.config(), library, gazetteer.with(localitiesOf(library)), topics);
    var planner =
        new Planner(
            site.config(),
            catalog.gazetteer(),
            topics,
            reference.kinds(),
            reference.views(),
            site.typeTemplates(),
            run.options().now().toLocalDate(),
            run.options().listed());
    return run.time(Step.PLAN, () -> plan(catalog, planner, articles, surroundings, templateData));
  }

  private Library read(LibraryReader reader, SiteFiles scanned, Articles articles) {
    return reader.assemble(
        scanned,
        Parallel.map(scanned.articles(), articles::isRemembered, articles::read),
        run.options().now(),
        run.options().drafts(),
        run.problems());
  }

  private Prepared plan(
      Catalog catalog,
      Planner planner,
      Articles articles,
      BodyRenderer.Surroundings surroundings,
      TemplateData data) {
    Library library = catalog.library();
    var pictures = new ShownPictures(site.config(), articles, surroundings.targets());
    Supplier<Set<String>> unshown =
        Parallel.begin(() -> pictures.brokenAmong(library, run.problems()));
    Baker baker = baker(library, articles, data);
    Plan plan = planner.plan(library, run.problems());
    var links = new LinkCheck(library, plan, surroundings.targets());
    Set<String> broken = links.brokenAmong(articles::links, run.problems());
    broken.addAll(plan.refused());
    broken.addAll(unshown.get());
    if (broken.isEmpty()) {
      return new Prepared(library, plan, articles, surroundings, links, baker, catalog);
    }
    Library sound = library.without(broken);
    return new Prepared(
        sound,
        planner.plan(sound, run.problems()),
        articles,
        surroundings,
        links,
        baker(sound, articles, data),
        catalog);
  }

  private Baker baker(Library library, Articles articles, TemplateData data) {
    return new Baker(site, pages, articles.digests(), data, library);
  }

  private static List<Locality> localitiesOf(Library library) {
    return library.articles().stream().flatMap(each -> each.localities().stream()).toList();
  }

  private Library render(Library read, Articles articles, BodyRenderer.Surroundings surroundings) {
    List<Article> rendered = render(read.articles(), articles, surroundings);
    render(read.faulty(), articles, surroundings);
    articles.forgetOthers();
    Library whole =
        new Library(
            rendered, read.unpublished(), read.brokenSources(), read.faulty(), read.files());
    var publicFiles =
        new PublicFiles(surroundings.targets(), site.config().content(), articles::links);
    return whole.withFiles(publicFiles.of(whole));
  }

  private List<Article> render(
      List<Article> list, Articles articles, BodyRenderer.Surroundings surroundings) {
    return Parallel.map(list, article -> articles.render(article, surroundings, run.problems()));
  }
}
