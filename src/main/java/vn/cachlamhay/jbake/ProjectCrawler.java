package vn.cachlamhay.jbake;

import java.io.File;
import java.io.IOException;
import java.util.Collections;
import java.util.Date;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jbake.app.FileUtil;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.model.DocumentTypes;
import org.jbake.model.ModelAttributes;
import org.jbake.parser.Engines;
import org.jbake.parser.ErrorEngine;
import org.jbake.parser.MarkdownEngine;
import org.jbake.parser.ParserEngine;
import org.jbake.parser.YamlEngine;
import vn.cachlamhay.cache.FileStamp;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.markdown.JBakeMarkdown;
import vn.cachlamhay.markdown.MailDisguise;
import vn.cachlamhay.model.Digest;

/**
 * Makes the documents of a plain JBake project, as JBake's {@code Crawler} does and with JBake's
 * own parsers, but in parallel and with one Markdown parser for all files. Thread-safe.
 */
final class ProjectCrawler {

  private static final String JBAKE_ENGINES = "org.jbake.parser.";

  /** AsciiDoc may include other files. */
  private static final String INCLUDING = JBAKE_ENGINES + "AsciidoctorEngine";

  private final Site site;
  private final JBakeConfiguration jbake;
  private final Date now;
  private final Leniency leniency;
  private final ProjectDates dates;
  private final HeaderCheck check;
  private final ParserEngine markdown;
  private final ProjectMemory memory;
  private final ProjectAddress address;

  /**
   * @param now decides which documents of status {@code published-date} are out
   */
  ProjectCrawler(Site site, Date now, Leniency leniency, ProjectMemory memory) {
    this.site = site;
    this.memory = memory;
    this.address = new ProjectAddress(site.jbake());
    this.jbake = site.jbake();
    this.now = now;
    this.leniency = leniency;
    this.dates =
        new ProjectDates(jbake.getDateFormat(), TemplateRenderer.locale(site), site.zone());
    this.check = new HeaderCheck(site, dates, leniency);
    this.markdown = new SharedMarkdownEngine(new JBakeMarkdown(jbake.getMarkdownExtensions()));
  }

  /**
   * A file after reading.
   *
   * @param document empty where nothing can be made of it
   * @param known whether it came from memory
   * @param stamp of the file, where it may be remembered
   */
  private record Found(
      Optional<DocumentModel> document, boolean known, Optional<FileStamp> stamp, Digest content) {}

  /**
   * The documents of all content files, in the order in which JBake puts them into its store. Of
   * two files at one address the later one stays.
   */
  List<DocumentModel> crawl(Problems problems) {
    List<File> files = ProjectFiles.content(jbake);
    List<Found> read = Parallel.map(files, file -> find(file, problems));
    memory.retain(files.stream().map(File::getPath).collect(Collectors.toSet()));
    Map<String, DocumentModel> byAddress = new LinkedHashMap<>();
    for (DocumentModel document : finished(read)) {
      DocumentModel earlier = byAddress.remove(document.getUri());
      if (earlier != null) {
        String file = site.config().relative(new File(earlier.getFile()).toPath());
        String winner = site.config().relative(new File(document.getFile()).toPath());
        problems.add(
            Problem.of(ProblemCode.TRUNG_DIA_CHI, SourcePos.ofFile(file), document.getUri(), winner)
                .asNotice());
      }
      byAddress.put(document.getUri(), document);
    }
    return List.copyOf(byAddress.values());
  }

  /**
   * The documents that stay, with their text as the pages show it. Those of unknown types go only
   * here, because JBake has rendered them before it notices.
   */
  private List<DocumentModel> finished(List<Found> found) {
    var disguise = new MailDisguise();
    Set<DocumentModel> disguised = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Found each : found) {
      DocumentModel document = each.document().orElse(null);
      if (document != null && !each.known() && document.getBody() != null) {
        String body = disguise.putOn(document.getBody());
        if (!body.equals(document.getBody())) {
          disguised.add(document);
          document.setBody(body);
        }
      }
    }
    return found.parallelStream()
        .filter(each -> each.document().isPresent())
        .filter(each -> DocumentTypes.contains(each.document().get().getType()))
        .map(each -> each.known() ? each.document().get() : finished(each, disguised))
        .toList();
  }

  /**
   * The document of a file that has changed since it was read; nothing is remembered of it. Empty
   * where something is wrong with it, or where it depends on other documents.
   */
  Optional<DocumentModel> again(File file) {
    var problems = new Problems();
    Optional<DocumentModel> read = find(file, problems).document();
    if (problems.hasErrors() || read.isEmpty() || !DocumentTypes.contains(read.get().getType())) {
      return Optional.empty();
    }
    String body = read.get().getBody();
    return body == null || new MailDisguise().putOn(body).equals(body)
        ? read.map(document -> ProjectImages.update(document, jbake)).map(memory::putAway)
        : Optional.empty();
  }

  private DocumentModel finished(Found found, Set<DocumentModel> disguised) {
    DocumentModel document = found.document().orElseThrow();
    // how an address is disguised depends on the documents before this one
    boolean alone = !disguised.contains(document);
    DocumentModel away = memory.putAway(ProjectImages.update(document, jbake));
    if (alone && found.stamp().isPresent() && away instanceof StoredDocument stored) {
      memory.remember(stored, found.stamp().get(), found.content());
    }
    return away;
  }

  private Found find(File file, Problems problems) {
    Optional<FileStamp> stamp = ProjectMemory.stamp(file);
    Optional<DocumentModel> known = memory.recall(file, stamp);
    if (known.isPresent()) {
      return new Found(known, true, stamp, Digest.NONE);
    }
    memory.forget(file);
    ProjectSource source;
    try {
      source = ProjectSource.read(file, site);
    } catch (IOException e) {
      SourcePos pos = SourcePos.ofFile(site.config().relative(file.toPath()));
      problems.add(ProblemCode.KHONG_DOC_DUOC, pos, String.valueOf(e.getMessage()));
      return new Found(Optional.empty(), false, Optional.empty(), Digest.NONE);
    }
    var own = new Problems();
    HeaderLines header = source.lines(site);
    Optional<DocumentModel> document = document(source, header, own);
    List<Problem> told = own.sorted();
    problems.addAll(told);
    boolean lasting =
        told.isEmpty()
            && dependsOnItsFileOnly(source, header)
            && document.filter(ProjectCrawler::waitsForItsDate).isEmpty();
    document.ifPresent(this::publishWhenDue);
    return new Found(
        own.hasErrors() ? Optional.empty() : document,
        false,
        stamp.filter(s -> lasting),
        Digest.of(source.bytes()));
  }

  /** Not on the day of the bake, nor on what an engine of the site's own may look at. */
  private boolean dependsOnItsFileOnly(ProjectSource source, HeaderLines header) {
    ParserEngine engine = engine(source.file());
    String name = engine.getClass().getName();
    boolean ofJBake =
        engine == markdown || (name.startsWith(JBAKE_ENGINES) && !name.equals(INCLUDING));
    OptionalInt status = header.lastLineOf(ModelAttributes.STATUS);
    return ofJBake
        && !(engine instanceof ErrorEngine)
        && !(status.isPresent()
            && header.value(status.getAsInt()).contains(ModelAttributes.Status.PUBLISHED_DATE));
  }

  private Optional<DocumentModel> document(
      ProjectSource source, HeaderLines header, Problems problems) {
    ParserEngine engine = engine(source.file());
    if (engine instanceof ErrorEngine) {
      problems.add(
          leniency.judge(
              Problem.of(
                  ProblemCode.THIEU_BO_DOC,
                  SourcePos.ofFile(source.name()),
                  FileUtil.fileExt(source.file()))));
    }
    DocumentModel document = parse(engine, source);
    if (document == null) {
      problems.add(check.whyNoDocument(source, header));
      return Optional.empty();
    }
    if (engine instanceof YamlEngine) {
      // all of the file is its header, and its date is the parser's
      if (!DocumentTypes.contains(document.getType())) {
        problems.add(check.unknownType(source, header, document.getType()));
      }
    } else if (engine instanceof ErrorEngine) {
      document.setDate(now);
    } else {
      problems.addAll(check.check(source, header, document));
      date(source, header, document);
    }
    complete(document, source);
    return Optional.of(document);
  }

  /** JBake's parser for a file, but for Markdown one that is built only once. */
  private ParserEngine engine(File file) {
    ParserEngine engine = Engines.get(FileUtil.fileExt(file));
    return engine instanceof MarkdownEngine ? markdown : engine;
  }

  private DocumentModel parse(ParserEngine engine, ProjectSource source) {
    try {
      return engine.parse(jbake, source.file());
    } catch (RuntimeException e) {
      // the engines of sites and their libraries throw what they like
      throw new SiteException(
          Problem.of(
              ProblemCode.CONG_CU_HONG,
              SourcePos.ofFile(source.name()),
              engine.getClass().getName(),
              String.valueOf(e.getMessage())),
          e);
    }
  }

  /** Puts the date of the header, by our clock, where the parser has read it by the machine's. */
  private void date(ProjectSource source, HeaderLines header, DocumentModel document) {
    header
        .lastLineOf(ModelAttributes.DATE)
        .ifPresent(
            line -> {
              String written = header.value(line);
              Date here =
                  dates
                      .parseAsOnThisMachine(written)
                      .orElseGet(() -> new Date(source.file().lastModified()));
              // an engine of the site's own may have found another one in the text
              if (here.equals(document.getDate())) {
                dates.parse(written).ifPresent(document::setDate);
              }
            });
  }

  /** Says so itself, or the configuration says so of all that say nothing. */
  private static boolean waitsForItsDate(DocumentModel document) {
    return document.getStatus().equals(ModelAttributes.Status.PUBLISHED_DATE);
  }

  private void publishWhenDue(DocumentModel document) {
    if (waitsForItsDate(document) && document.getDate() != null && now.after(document.getDate())) {
      document.setStatus(ModelAttributes.Status.PUBLISHED);
    }
  }

  /** What the crawler of JBake adds to what its parsers found. */
  private void complete(DocumentModel document, ProjectSource source) {
    String uri = address.of(source.file());
    document.setRootPath(FileUtil.getUriPathToContentRoot(jbake, source.file()));
    document.setSha1(source.sha1());
    document.setRendered(false);
    document.setFile(source.file().getPath());
    document.setSourceUri(uri);
    document.setUri(uri);
    document.setCached(true);
    if (jbake.getUriWithoutExtension()) {
      document.setNoExtensionUri(uri.replace("/index.html", "/"));
    }
  }
}
