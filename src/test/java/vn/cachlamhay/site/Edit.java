package vn.cachlamhay.site;

import static vn.cachlamhay.site.Place.ARTICLES;
import static vn.cachlamhay.site.Place.ATTACHMENTS;
import static vn.cachlamhay.site.Place.CACHE;
import static vn.cachlamhay.site.Place.DATA;
import static vn.cachlamhay.site.Place.PAGES;
import static vn.cachlamhay.site.Place.PICTURES;
import static vn.cachlamhay.site.Place.STATICS;
import static vn.cachlamhay.site.Place.TEMPLATES;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;

/** What editors, developers, disks and bad days do to a site between two bakes. */
enum Edit {
  // articles
  ADD_ARTICLE(EditedSite::addArticle),
  REWRITE_ARTICLE(any(ARTICLES, Edit::rewrite)),
  DELETE_ARTICLE(any(ARTICLES, Edit::delete)),
  CHANGE_FIELD(text(ARTICLES, TextEdits::withOtherField)),
  CHANGE_LETTERS_SECRETLY(thrice(secretly(ARTICLES, TextEdits::withOtherLetter))),
  ADD_WORDS(text(ARTICLES, TextEdits::withWords)),
  CHANGE_A_WORD(text(ARTICLES, TextEdits::withOtherWord)),
  ADD_LINK(text(ARTICLES, TextEdits::withLink)),
  ADD_PICTURE_TO_ARTICLE(text(ARTICLES, TextEdits::withPicture)),
  MOVE_ARTICLE(any(ARTICLES, (site, file, dice) -> site.move(file, site.newArticle(dice)))),
  COPY_ARTICLE(
      any(ARTICLES, (site, file, dice) -> site.write(site.newArticle(dice), site.bytes(file)))),
  RENAME_ARTICLE_ONTO_ANOTHER(two(ARTICLES, EditedSite::move)),
  SWAP_ARTICLES(two(ARTICLES, EditedSite::swap)),
  TOUCH_ARTICLE(any(ARTICLES, Edit::touch)),
  USE_WINDOWS_LINE_ENDS(text(ARTICLES, (site, text, dice) -> text.replaceAll("\r?\n", "\r\n"))),
  ADD_BYTE_ORDER_MARK(text(ARTICLES, (site, text, dice) -> "\ufeff" + text)),
  DECOMPOSE_TEXT(text(ARTICLES, (site, text, dice) -> TextEdits.decomposed(text))),
  DECOMPOSE_FILE_NAME(any(ARTICLES, Edit::decomposeName)),
  BREAK_ARTICLE(text(ARTICLES, TextEdits::withFault)),
  BREAK_ENCODING(
      any(ARTICLES, (site, file, dice) -> site.write(file, new byte[] {'a', (byte) 0xe1, '\n'}))),
  MEND_ARTICLES(Edit::mendArticles),

  // pictures, attachments and assets
  ADD_PICTURE((site, dice) -> site.write(site.newFile("anh/%d.png", dice), Pictures.png(dice))),
  REPLACE_PICTURE(any(PICTURES, (site, file, dice) -> site.write(file, Pictures.png(dice)))),
  REPLACE_PICTURE_SECRETLY(secretly(PICTURES, (site, text, dice) -> Pictures.svg(dice))),
  SWAP_PICTURES(two(PICTURES, EditedSite::swap)),
  CHANGE_ATTACHMENT(text(ATTACHMENTS, (site, text, dice) -> text + "2019,7\n")),
  ADD_ASSET((site, dice) -> site.write(site.numbered("assets/them/%d.txt"), "Tệp thêm.\n")),
  CHANGE_STATIC(text(STATICS, (site, text, dice) -> text + "\n")),
  DELETE_STATIC(any(STATICS, Edit::delete)),
  MOVE_STATIC(any(STATICS, (site, file, dice) -> site.move(file, site.numbered("assets/%d.css")))),
  RENAME_STATIC_ONTO_ANOTHER(two(STATICS, EditedSite::move)),
  TOGGLE_IGNORE_FILE(any(STATICS, Edit::toggleIgnoreFile)),

  // templates
  CHANGE_TEMPLATE(text(TEMPLATES, TextEdits::withComment)),
  CHANGE_TEMPLATE_SECRETLY(secretly(TEMPLATES, (site, text, dice) -> text.replace("h1", "h2"))),
  PRINT_SOMETHING_MORE(text(TEMPLATES, TextEdits::withExpression)),
  INCLUDE_A_NEW_TEMPLATE(any(TEMPLATES, Edit::includeNewTemplate)),
  TEMPLATES_AS_THEY_WERE((site, dice) -> site.restore("templates")),
  BREAK_TEMPLATE(spoil(TEMPLATES, "<#if")),
  BREAK_TEMPLATE_WHEN_RUN(spoil(TEMPLATES, "${khong.co.gi}")),
  DELETE_TEMPLATE(any(TEMPLATES, (site, file, dice) -> site.spoilByDeleting(file))),

  // data and configuration
  CHANGE_DATA(Edit::changeData),
  ADD_DATA((site, dice) -> site.write(site.numbered("data/them-%d.yaml"), "ten: Thêm\n")),
  BREAK_DATA(spoil(DATA, ": [hỏng")),
  CHANGE_NUMBERS_OF_READERS(Edit::changeViews),
  CHANGE_SETTING(Edit::changeSetting),
  BREAK_CONFIGURATION(
      (site, dice) ->
          site.spoil(
              site.configuration(), text -> TextEdits.withSetting(text, "site.host", "không rõ"))),

  // options
  ANOTHER_DAY(
      (site, dice) ->
          site.setNow(LocalDateTime.of(2018, 6, 1, 0, 0).plusHours(dice.below(75_000)))),
  SOME_HOURS_LATER((site, dice) -> site.setNow(site.now().plusHours(dice.below(1_000)))),
  TOGGLE_DRAFTS((site, dice) -> site.toggleDrafts()),

  // the finished site
  DELETE_PAGE(any(PAGES, Edit::delete)),
  CHANGE_PAGE_SECRETLY(any(PAGES, Edit::flipByteSecretly)),
  TRUNCATE_PAGE(any(PAGES, Edit::truncate)),
  SWAP_PAGES(two(PAGES, EditedSite::swap)),
  DELETE_OUTPUT((site, dice) -> site.delete(site.output())),
  OLD_OUTPUT((site, dice) -> site.goBack(site.output())),

  // the cache
  DELETE_CACHE((site, dice) -> site.delete(site.cache())),
  DELETE_CACHE_FILE(any(CACHE, Edit::delete)),
  TRUNCATE_CACHE_FILE(any(CACHE, Edit::truncate)),
  CHANGE_CACHE_FILE_SECRETLY(any(CACHE, Edit::flipByteSecretly)),
  EMPTY_CACHE_FILE(any(CACHE, (site, file, dice) -> site.write(file, new byte[0]))),
  SWAP_CACHE_FILES(two(CACHE, EditedSite::swap)),
  ADD_CACHE_FILE((site, dice) -> site.write(site.numbered(".portal-cache/%d"), "Tệp lạ.\n")),
  OLD_CACHE((site, dice) -> site.goBack(site.cache())),

  NOTHING((site, dice) -> {});

  private static final Set<ProblemCode> CURED_BY_DELETING =
      Set.of(ProblemCode.TRUNG_DIA_CHI, ProblemCode.TRUNG_DIA_CHI_CU, ProblemCode.DUOI_TEP_LA);

  /** What changes the text of an article and nothing else of it. */
  static final List<Edit> OF_TEXTS =
      List.of(ADD_WORDS, CHANGE_A_WORD, ADD_LINK, ADD_PICTURE_TO_ARTICLE, TOUCH_ARTICLE);

  private final Change change;

  Edit(Change change) {
    this.change = change;
  }

  /** Changes a site in a way that the dice decide. */
  private interface Change {
    void apply(EditedSite site, Dice dice);
  }

  /** Changes a file of a site. */
  private interface FileChange {
    void apply(EditedSite site, Path file, Dice dice);
  }

  /** Does something with two files of a site. */
  private interface PairChange {
    void apply(EditedSite site, Path one, Path other);
  }

  void apply(EditedSite site, Dice dice) {
    site.log("  " + this);
    change.apply(site, dice);
  }

  /** A change of any file of a place, where there is one. */
  private static Change any(Place place, FileChange change) {
    return (site, dice) -> site.any(place, dice).ifPresent(file -> change.apply(site, file, dice));
  }

  private static Change thrice(Change change) {
    return (site, dice) -> {
      for (int i = 0; i < 3; i++) {
        change.apply(site, dice);
      }
    };
  }

  private static Change two(Place place, PairChange change) {
    return (site, dice) -> {
      Optional<Path> one = site.any(place, dice);
      Optional<Path> other = site.any(place, dice);
      if (!one.equals(other)) {
        change.apply(site, one.orElseThrow(), other.orElseThrow());
      }
    };
  }

  private static Change text(Place place, TextEdits.TextEdit edit) {
    return any(
        place, (site, file, dice) -> site.change(file, text -> edit.apply(site, text, dice)));
  }

  /** A change that a file's time does not tell, and often its size neither. */
  private static Change secretly(Place place, TextEdits.TextEdit edit) {
    return any(
        place,
        (site, file, dice) ->
            site.keepTime(file, () -> site.change(file, text -> edit.apply(site, text, dice))));
  }

  private static Change spoil(Place place, String fault) {
    return any(
        place,
        (site, file, dice) -> site.spoil(file, text -> TextEdits.inserted(text, fault, dice)));
  }

  private static void delete(EditedSite site, Path file, Dice dice) {
    site.delete(file);
  }

  private static void rewrite(EditedSite site, Path file, Dice dice) {
    site.write(file, ArticleWriter.write(site, dice));
  }

  private static void touch(EditedSite site, Path file, Dice dice) {
    site.setTime(file, FileTime.fromMillis(1_500_000_000_000L + 1000L * dice.below(1_000_000)));
  }

  private static void decomposeName(EditedSite site, Path file, Dice dice) {
    String name = TextEdits.decomposed(file.getFileName().toString());
    site.move(file, file.resolveSibling(name));
  }

  private static void flipByteSecretly(EditedSite site, Path file, Dice dice) {
    byte[] bytes = site.bytes(file);
    if (bytes.length > 0) {
      bytes[dice.below(bytes.length)] ^= (byte) (1 + dice.below(255));
      site.keepTime(file, () -> site.write(file, bytes));
    }
  }

  private static void truncate(EditedSite site, Path file, Dice dice) {
    byte[] bytes = site.bytes(file);
    site.write(file, Arrays.copyOf(bytes, dice.below(bytes.length + 1)));
  }

  /** A folder with this file in it is passed over. */
  private static void toggleIgnoreFile(EditedSite site, Path file, Dice dice) {
    Path ignore = file.resolveSibling(".jbakeignore");
    if (Files.exists(ignore)) {
      site.delete(ignore);
    } else {
      site.write(ignore, "");
    }
  }

  private static void includeNewTemplate(EditedSite site, Path file, Dice dice) {
    Path part = site.numbered("templates/phan-%d.ftl");
    site.write(part, "<p>" + dice.pick(site.kind().expressions()) + "</p>\n");
    site.change(
        file, text -> TextEdits.inserted(text, "<#include \"" + part.getFileName() + "\">", dice));
  }

  private static void changeData(EditedSite site, Dice dice) {
    SiteKind.DataEdit edit = dice.pick(site.kind().dataEdits());
    site.change(site.folder().resolve(edit.file()), text -> edit.apply(text, site.nextNumber()));
  }

  /** A plain JBake project has none. */
  private static void changeViews(EditedSite site, Dice dice) {
    Path file = site.folder().resolve("data/views.csv");
    if (site.kind() != SiteKind.PORTAL || site.isSpoiled()) {
      return;
    }
    if (Files.exists(file) && dice.onceIn(4)) {
      site.delete(file);
      return;
    }
    var lines = new TreeSet<String>();
    for (int i = 0; i < 4; i++) {
      site.any(ARTICLES, dice)
          .map(article -> site.address(article).replaceFirst("\\.md$", ".html"))
          .filter(uri -> uri.matches("[!-+--~]+"))
          .ifPresent(lines::add);
    }
    var text = new StringBuilder("path,views_30_days,views\n");
    lines.forEach(uri -> text.append(uri).append(",").append(dice.below(3)).append(",9\n"));
    site.write(file, text.toString());
  }

  private static void changeSetting(EditedSite site, Dice dice) {
    SiteKind.Setting setting = dice.pick(site.kind().settings());
    String value = dice.pick(setting.values());
    site.change(site.configuration(), text -> TextEdits.withSetting(text, setting.key(), value));
  }

  /** Rewrites the articles that the last bake found faulty, or deletes them. */
  private static void mendArticles(EditedSite site, Dice dice) {
    for (Problem problem : site.errors()) {
      Path file = site.folder().resolve(problem.pos().file());
      if (!file.toString().endsWith(".md") || !Files.exists(file)) {
        continue;
      }
      if (CURED_BY_DELETING.contains(problem.code())) {
        site.delete(file);
      } else {
        rewrite(site, file, dice);
      }
    }
  }
}
