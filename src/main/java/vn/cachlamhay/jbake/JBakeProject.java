package vn.cachlamhay.jbake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jbake.model.DocumentModel;
import org.jbake.model.ModelAttributes;
import org.jbake.template.ModelExtractors;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SourcePos;

/**
 * A plain JBake project: a site without templates of the portal. It is baked to the very files that
 * JBake 2.7 would write, so none of the portal's rules for articles apply: no places and topics, no
 * cleaning, no check of links. Because JBake keeps static state, one bake at a time in a process.
 */
public final class JBakeProject {

  private final Site site;
  private final Date now;

  /**
   * @param now decides what is published already, in the site's time zone
   */
  public JBakeProject(Site site, LocalDateTime now) {
    this.site = site;
    this.now = Date.from(now.atZone(site.zone()).toInstant());
  }

  /** The documents of a project, in the order in which JBake puts them into its store. */
  public static final class Documents {

    private final List<DocumentModel> content;

    private Documents(List<DocumentModel> content) {
      this.content = content;
    }

    /** How many there are. */
    public int count() {
      return content.size();
    }
  }

  /**
   * Reads all content.
   *
   * @param problems takes what is wrong; files with errors are left out
   */
  public Documents read(Problems problems) {
    Baker.declareTypes(site);
    // a page may show when it was made, but it must not depend on the clock while it is made
    ModelExtractors.getInstance()
        .registerEngine(ModelAttributes.PUBLISHED_DATE, (store, model, key) -> now);
    return new Documents(new ProjectCrawler(site, now, Leniency.of(site)).crawl(problems));
  }

  /**
   * Makes all files of the site.
   *
   * @param problems takes what two things want to be
   * @param files takes each file by address, once, from any thread
   * @throws vn.cachlamhay.diag.SiteException with every fault of the templates and tools
   */
  public void bake(Documents documents, Problems problems, BiConsumer<String, byte[]> files) {
    var all = new ArrayList<>(documents.content);
    all.addAll(ProjectData.read(site));
    // OrientDB on a machine with one processor gives documents of one date so
    Collections.reverse(all);
    var store = new MemoryContentStore(all, MemoryContentStore.BY_DATE);
    var templates = new TemplateRenderer(site, store);
    var newestFirst = store.getUnrenderedContent();
    var pages = new ProjectPages(site, newestFirst, store, templates);
    Map<String, Path> assets = ProjectFiles.assets(site.jbake());
    pages.uris().stream()
        .filter(assets::containsKey)
        .forEach(uri -> problems.add(covered(uri, assets.get(uri))));
    new RenderingTools(site, store, templates)
        .runWith(
            pages,
            (uri, bytes) -> {
              // JBake copies these over the pages
              if (!assets.containsKey(uri)) {
                files.accept(uri, bytes);
              }
            });
    assets.entrySet().parallelStream()
        .forEach(asset -> files.accept(asset.getKey(), bytes(asset.getValue())));
  }

  private Problem covered(String uri, Path asset) {
    String file = site.config().relative(asset);
    return Problem.of(ProblemCode.TRUNG_DIA_CHI, SourcePos.ofFile(uri), uri, file).asNotice();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
