package vn.cachlamhay.importer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.cachlamhay.content.ArticleReader;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.edit.ArticleStore;
import vn.cachlamhay.edit.EditException;
import vn.cachlamhay.edit.NewArticle;
import vn.cachlamhay.edit.SafePaths;
import vn.cachlamhay.edit.SaveResult;
import vn.cachlamhay.edit.SourceFile;
import vn.cachlamhay.edit.Uploads;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.recognition.Field;
import vn.cachlamhay.recognition.Finding;
import vn.cachlamhay.richtext.MarkdownText;
import vn.cachlamhay.richtext.RichText;
import vn.cachlamhay.text.VietnameseDates;
import vn.cachlamhay.text.VietnameseText;

/**
 * Writes drafts: pictures and attachments first, then the original and its report, the article at
 * the very end, so that a cut leaves whole articles only. Nothing that is there is replaced. For
 * one thread.
 */
final class DraftWriter {

  private static final byte[] EMPTY = "---\n---\n".getBytes(StandardCharsets.UTF_8);

  private final SiteConfig config;
  private final ArticleReader reader;
  private final ArticleStore store;
  private final Uploads uploads;
  private final Originals originals;
  private final String type;
  private final LocalDate today;
  private final Map<String, Set<String>> taken = new HashMap<>();

  /**
   * @param reader that tells which values an article of this site may have
   * @param type of the drafts
   * @param today gives the folder of a draft without a date
   */
  DraftWriter(
      SiteConfig config, ArticleReader reader, ArticleStore store, String type, LocalDate today) {
    this.config = config;
    this.reader = reader;
    this.store = store;
    this.uploads = new Uploads(new SafePaths(config.content())::resolve);
    this.originals = new Originals(config.content());
    this.type = type;
    this.today = today;
  }

  /**
   * Writes a draft.
   *
   * @param notices more of them, about where it comes from
   * @return what was kept of it, which names its path
   * @throws IOException where the disk does not take it; no article is there then
   */
  Kept write(Origin origin, Draft draft, Optional<Fingerprint> print, List<Problem> notices)
      throws IOException {
    var told = new ArrayList<>(draft.notices());
    told.addAll(notices);
    String title = title(origin, draft);
    var article = new NewArticle(title, type, List.of(), List.of(), moment(draft));
    String path = free(article);
    Map<String, List<String>> fields = fields(title, draft);
    fields = accepted(path, fields, origin, told);
    String slug = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    var files = new DraftFiles(uploads, path, told);
    RichText text = files.head(slug, draft.text(), fields);
    MarkdownText body = text.markdown(1, slug + "-");
    Map<String, String> references = files.pictures(body);
    files.attachments(draft.manuscript(), fields);
    String markdown =
        body.withReferences(picture -> Optional.ofNullable(references.get(picture.name())));
    byte[] bytes = file(fields, markdown, origin, told).bytes();
    var kept =
        new Kept(
            origin.name(),
            originalName(origin),
            SourceFile.version(origin.bytes()),
            origin.address(),
            path,
            print.map(Fingerprint::toString).orElse(""),
            draft.findings().fields(),
            draft.changes(),
            dropped(draft),
            draft.findings().figures(),
            told.stream().map(Kept.Notice::of).toList());
    originals.keep(kept, origin.bytes());
    if (!(store.save(path, "", bytes, "") instanceof SaveResult.Saved)) {
      // somebody made a file of that name just now: the next one is free
      originals.forget(path);
      return write(origin, draft, print, notices);
    }
    return kept;
  }

  private static String title(Origin origin, Draft draft) {
    String name = origin.fileName().replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").strip();
    return draft.values(Field.TITLE).stream().findFirst().orElse(name.isEmpty() ? "Bài" : name);
  }

  /** The date of the article, or one that its text names: then only the year counts. */
  private Moment moment(Draft draft) {
    return draft.findings().fields().stream()
        .filter(finding -> finding.field() == Field.DATE)
        .min(Comparator.comparing(DraftWriter::doubt))
        .flatMap(finding -> VietnameseDates.parse(finding.value()))
        .map(Moment::of)
        .orElse(Moment.of(today));
  }

  /** A date above the text that is only a guess is mostly the day on which somebody read it. */
  private static int doubt(Finding finding) {
    if (finding.certainty() != Finding.Certainty.GUESS) {
      return 0;
    }
    return finding.where() == Finding.Where.TEXT ? 1 : 2;
  }

  private String free(NewArticle article) throws IOException {
    Set<String> names = taken.get(article.folder());
    if (names == null) {
      names = store.stems(article.folder());
      taken.put(article.folder(), names);
    }
    String stem = article.stem();
    for (int i = 2; !names.add(stem.toLowerCase(Locale.ROOT)); i++) {
      stem = article.stem() + "-" + i;
    }
    return article.folder() + stem + ".md";
  }

  private Map<String, List<String>> fields(String title, Draft draft) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("title", List.of(title));
    put(fields, draft, Field.DATE);
    fields.put("type", List.of(type));
    fields.put("status", List.of("draft"));
    for (Field field :
        List.of(
            Field.AUTHOR,
            Field.AGENCY,
            Field.SOURCE,
            Field.SUMMARY,
            Field.LOCALITY,
            Field.TOPIC,
            Field.TAGS,
            Field.CAPTION)) {
      put(fields, draft, field);
    }
    return fields;
  }

  private static void put(Map<String, List<String>> fields, Draft draft, Field field) {
    List<String> values = draft.values(field);
    if (!values.isEmpty()) {
      // a text without its pictures may have the captions of several
      fields.put(field.key(), field == Field.CAPTION ? List.of(String.join("; ", values)) : values);
    }
  }

  /** The fields that the site's own reader takes; the others are told. */
  private Map<String, List<String>> accepted(
      String path, Map<String, List<String>> fields, Origin origin, List<Problem> told) {
    var left = new LinkedHashMap<>(fields);
    Path file = config.content().resolve(path);
    // each round takes away at least one field
    for (int round = 0; round < fields.size(); round++) {
      SourceFile source = file(left, "\n", origin, told);
      Set<String> wrong = new TreeSet<>();
      for (Problem problem : reader.read(file, source.bytes()).problems()) {
        Optional<String> field = source.fieldAt(problem.pos().line()).filter(left::containsKey);
        if (problem.isError() && field.isPresent()) {
          wrong.add(field.get());
          told.add(
              Problem.of(
                      problem.code(),
                      SourcePos.ofFile(origin.name()),
                      problem.args().toArray(String[]::new))
                  .asNotice());
        }
      }
      if (wrong.isEmpty() || wrong.contains("title")) {
        return left;
      }
      wrong.forEach(left::remove);
    }
    return left;
  }

  /** A value that front matter cannot hold is left out and told. */
  private SourceFile file(
      Map<String, List<String>> fields, String body, Origin origin, List<Problem> told) {
    SourceFile empty = SourceFile.of(EMPTY, config.headerSeparator());
    try {
      return empty.with(fields, body);
    } catch (EditException e) {
      told.add(e.problem().asNotice());
      Map<String, List<String>> simple = new LinkedHashMap<>(fields);
      simple.keySet().retainAll(Set.of("title", "date", "type", "status"));
      String name = VietnameseText.slug(origin.fileName());
      simple.put("title", List.of(name.isEmpty() ? "Bài" : name));
      return empty.with(simple, body);
    }
  }

  /** As it was called, as far as every disk can have the name. */
  private String originalName(Origin origin) {
    String name = origin.fileName();
    int dot = name.lastIndexOf('.');
    String extension = dot > 0 ? VietnameseText.slug(name.substring(dot + 1)).replace("-", "") : "";
    String stem = VietnameseText.slug(dot > 0 ? name.substring(0, dot) : name);
    String shortened = stem.length() > 80 ? stem.substring(0, 80) : stem;
    return (shortened.isEmpty() ? "bai-goc" : shortened)
        + (extension.isEmpty() ? "" : "." + extension);
  }

  private static List<String> dropped(Draft draft) {
    var dropped = new ArrayList<>(draft.manuscript().dropped());
    dropped.addAll(draft.findings().dropped());
    return dropped;
  }
}
