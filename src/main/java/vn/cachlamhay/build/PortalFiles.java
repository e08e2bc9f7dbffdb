package vn.cachlamhay.build;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import vn.cachlamhay.cache.ArticleDigests;
import vn.cachlamhay.cache.Made;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.cache.Premises;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.jbake.Baker;
import vn.cachlamhay.jbake.PageSink;
import vn.cachlamhay.jbake.Site;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.page.OtherFile;
import vn.cachlamhay.page.Plan;
import vn.cachlamhay.page.ShareCard;
import vn.cachlamhay.page.Uris;

/** Steps 4 and 5: makes every file of a portal that steps 1 to 3 have prepared. For one build. */
final class PortalFiles {

  /**
   * More articles than this, and the index of the search beside the pages needs too much memory.
   */
  private static final int TOGETHER = 20_000;

  private final BuildRun run;
  private final Site site;
  private final PortalBuild.Prepared prepared;
  private final Library library;
  private final ArticleDigests digests;
  private final Memory<Made> memory;
  private final Premises premises;

  /**
   * @param memory what the files were made from that are there
   */
  PortalFiles(BuildRun run, PortalBuild.Prepared prepared, Memory<Made> memory) {
    this.run = run;
    this.site = run.site();
    this.prepared = prepared;
    this.library = prepared.library();
    this.digests = prepared.articles().digests();
    this.memory = memory;
    this.premises = new Premises(memory, digests, library.articles(), others(run, library));
  }

  /** All that the plan was made from beside the articles. */
  private static List<Object> others(BuildRun run, Library library) {
    BuildOptions options = run.options();
    return List.of(
        options.now().toLocalDate(),
        options.drafts(),
        options.listed(),
        run.reference().views(),
        library.files(),
        library.unpublished().keySet(),
        library.brokenSources());
  }

  /**
   * Makes them.
   *
   * @param first addresses of the pages that somebody waits for
   * @param indexed whether the index of the search and the pictures are made too, in which there is
   *     nothing to check
   */
  Baker.Baked make(Set<String> first, PageSink sink, boolean indexed) {
    Plan plan = prepared.plan();
    var home = new AtomicReference<>("");
    var noted =
        new Sink.Noted(sink, OfflineFiles.PAGES, new ConcurrentHashMap<>(), Uris.HOME, home);
    var others = new OtherFiles(site.config(), memory, digests, premises);
    boolean together = library.articles().size() <= TOGETHER;
    Supplier<Parallel.Parted<OtherFile>> planned = () -> others.planned(plan);
    Supplier<Parallel.Parted<OtherFile>> begun = together ? Parallel.begin(planned) : planned;
    var cards = new CardFiles(site.config().title(), memory, premises, sink, indexed);
    Supplier<CardFiles.Missing> missing = Parallel.begin(() -> cards.keep(wantedCards()));
    Runnable index =
        indexed ? () -> others.index(plan, prepared.articles()::formerly, sink) : () -> {};
    try {
      Supplier<Baker.Baked> pagesMade = () -> prepared.baker().bake(plan, first, premises, noted);
      Baker.Baked baked =
          run.time(Step.BAKE, together ? () -> Parallel.beside(index, pagesMade) : pagesMade);
      run.run(
          Step.INDEX,
          () -> {
            if (!together) {
              index.run();
            }
            // after the index: what results were made from told it what has changed
            var hosts =
                new HostedFiles(site.config(), library.files().byUri())
                    .files(plan, home.get(), run.problems());
            Parallel.forEach(
                List.<Runnable>of(
                    () -> {
                      cards.draw(missing.get());
                      pictures(sink, indexed).make();
                    },
                    () -> others.make(library, begun.get(), noted.hashes(), hosts, sink)),
                Runnable::run);
          });
      premises.keep();
      return baked;
    } catch (SiteException e) {
      throw run.withAllProblems(e);
    }
  }

  /** A file of the site's own goes before a card of ours. */
  private List<ShareCard> wantedCards() {
    Set<String> own = library.files().byUri().keySet();
    return prepared.plan().cards().stream().filter(card -> !own.contains(card.uri())).toList();
  }

  private PictureFiles pictures(PageSink sink, boolean drawn) {
    var shown =
        new ShownPictures(site.config(), prepared.articles(), prepared.surroundings().targets());
    return new PictureFiles(
        site.config(),
        library.files(),
        shown.shownBy(library.articles()),
        shown.handedOutBy(library.articles()),
        run.cache().sources(),
        memory,
        sink,
        run.problems(),
        drawn);
  }
}
