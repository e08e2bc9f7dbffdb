package vn.cachlamhay.jbake;

import java.io.File;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jbake.app.FileUtil;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.model.ModelAttributes;
import org.jbake.template.model.TemplateModel;
import org.jbake.util.PagingHelper;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.page.PageModel;

/**
 * The pages that JBake makes beside the documents: index, archive, feed, site map, tags and the
 * page for missing addresses, with the addresses and variables that its {@code Renderer} gives
 * them. JBake writes them one after the other; as planned pages they are rendered in parallel, and
 * only when something in them changed. Stateless but for its site.
 */
final class JBakePages {

  private static final String INDEX = "masterindex";

  private final DefaultJBakeConfiguration config;
  private final MemoryContentStore store;
  private final List<Rendering> pages = new ArrayList<>();

  private JBakePages(DefaultJBakeConfiguration config, MemoryContentStore store) {
    this.config = config;
    this.store = store;
  }

  /** All that the configuration asks for. */
  static List<Rendering> of(Site site, MemoryContentStore store) {
    var all = new ArrayList<>(before(site, store));
    all.addAll(after(site, store));
    return all;
  }

  /** Those that JBake makes before the documents, which take an address away from them. */
  static List<Rendering> before(Site site, MemoryContentStore store) {
    var pages = new JBakePages(site.jbake(), store);
    if (site.jbake().getRenderArchive()) {
      pages.single(site.jbake().getArchiveFileName(), "archive");
    }
    return pages.pages;
  }

  /** Those that JBake makes after the documents, in its order. */
  static List<Rendering> after(Site site, MemoryContentStore store) {
    var pages = new JBakePages(site.jbake(), store);
    pages.planAfter();
    return pages.pages;
  }

  private void planAfter() {
    if (config.getRenderFeed()) {
      single(config.getFeedFileName(), "feed");
    }
    if (config.getRenderIndex()) {
      index(config.getIndexFileName());
    }
    if (config.getRenderSiteMap()) {
      single(config.getSiteMapFileName(), "sitemap");
    }
    if (config.getRenderTags()) {
      tags(config.getTagPathName());
    }
    if (config.getRenderError404()) {
      single(config.getError404FileName(), "error404");
    }
  }

  private void single(String file, String type) {
    TemplateModel model = model(content(type, ""));
    if (config.getPaginateIndex()) {
      model.setNumberOfPages(0);
      model.setCurrentPageNuber(0);
      model.setPreviousFilename("");
      model.setNextFileName("");
    }
    add(file, type, model, -1, -1);
  }

  private void index(String file) {
    long posts = store.getPublishedCount("post");
    int size = config.getPostsPerPage();
    if (!config.getPaginateIndex() || posts == 0) {
      single(file, INDEX);
      return;
    }
    var paging = new PagingHelper(posts, size);
    try {
      for (int page = 1; page <= paging.getNumberOfPages(); page++) {
        TemplateModel model = model(content(INDEX, page > 1 ? "../" : ""));
        model.setNumberOfPages(paging.getNumberOfPages());
        model.setCurrentPageNuber(page);
        model.setPreviousFilename(paging.getPreviousFileName(page));
        model.setNextFileName(paging.getNextFileName(page));
        add(paging.getCurrentFileName(page, file), INDEX, model, (page - 1) * size, size);
      }
    } catch (URISyntaxException e) {
      throw new SiteException(
          Problem.of(
              ProblemCode.CAU_HINH_HONG,
              SourcePos.ofFile("jbake.properties"),
              "index.file = " + file,
              "index.file=index.html"),
          e);
    }
  }

  private void tags(String folder) {
    for (String tag : store.getAllTags()) {
      TemplateModel model = model(tagContent(folder, tag, ModelAttributes.TAG));
      model.setTag(tag);
      add(tagFile(folder, tag), ModelAttributes.TAG, model, -1, -1);
    }
    if (config.getRenderTagsIndex()) {
      TemplateModel model = model(tagContent(folder, "index", ModelAttributes.TAGS));
      add(tagFile(folder, "index"), "tagsindex", model, -1, -1);
    }
  }

  private DocumentModel tagContent(String folder, String name, String type) {
    var file = new File(config.getDestinationFolder(), tagFile(folder, name));
    return content(type, FileUtil.getUriPathToDestinationRoot(config, file));
  }

  private String tagFile(String folder, String name) {
    return folder + "/" + name + config.getOutputExtension();
  }

  private void add(String file, String type, TemplateModel model, int start, int limit) {
    String uri = file.replace('\\', '/').replaceFirst("^/+", "");
    String template = config.getTemplateByDocType(type);
    pages.add(
        new Rendering(
            uri, template, () -> model, () -> model, () -> PageModel.EMPTY, start, limit));
  }

  private static TemplateModel model(DocumentModel content) {
    var model = new TemplateModel();
    model.setContent(content);
    return model;
  }

  private static DocumentModel content(String type, String root) {
    var content = new DocumentModel();
    content.setType(type);
    content.setRootPath(root);
    return content;
  }
}
