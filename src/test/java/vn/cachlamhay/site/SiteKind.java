package vn.cachlamhay.site;

import java.nio.file.Path;
import java.util.List;

/** The sites that are edited at random, and what can be changed in each. */
enum SiteKind {
  /** The repository's own templates, assets, data and configuration. */
  PORTAL(
      SiteFixture.repository(),
      List.of("post", "post", "post", "practice", "practice", "page"),
      List.of(
          "${site.title()}",
          "${page.title}",
          "${published_posts?size?c}",
          "<#list published_practices as each>${each.title} </#list>",
          "${db.getPublishedCount('post')?c}",
          "<#list data.get('topics.yaml').topics as topic>${topic.name} </#list>",
          "${config.my_key!'-'}",
          "${(content.previousContent.title)!'-'}"),
      List.of(
          new Setting("portal.page-size", List.of("3", "7", "20")),
          new Setting("portal.title", List.of("Cách làm hay", "Sổ tay")),
          new Setting("portal.tagline", List.of("Từ cơ sở", "Mỗi ngày một việc")),
          new Setting("portal.publisher.phone", List.of("024 3456 7890", "113")),
          new Setting("site.host", List.of("", "https://example.vn", "https://example.vn/trang")),
          new Setting("host.files", List.of("", "nginx,apache,iis-rewrite", "netlify,github")),
          new Setting("host.precompressed", List.of("", "gz")),
          new Setting("draft.suffix", List.of("-draft", "-nhap")),
          new Setting("my.key", List.of("một", "hai"))),
      List.of(
          new DataEdit(
              "data/localities.yaml",
              "name: Hà Nội(?: mới \\d+\n    aliases: \\[Hà Nội\\])?\n",
              "name: Hà Nội mới %d\n    aliases: [Hà Nội]\n"),
          new DataEdit(
              "data/localities.yaml",
              "\\z",
              "  - key: tinh-moi-%1$d\n    name: Tỉnh Mới %1$d\n    kind: tỉnh\n"),
          new DataEdit(
              "data/topics.yaml",
              "description: Giữ nền nếp.*",
              "description: Giữ nền nếp, lần thứ %d."),
          new DataEdit("data/topics.yaml", "name: Dân vận.*", "name: Dân vận %d"),
          new DataEdit(
              "data/topics.yaml", "\\z", "  - key: moi-%1$d\n    name: Chủ đề mới %1$d\n"))),

  /** A plain JBake project. */
  JBAKE(
      Path.of("src/test/resources/sites/jbake-blog").toAbsolutePath(),
      List.of("post", "post", "post", "post", "recipe", "page"),
      List.of(
          "${published_posts?size}",
          "<#list published_posts as each>${each.title?html} </#list>",
          "<#list published_recipes as each>${each.title?html} </#list>",
          "<#list all_content as each>${each.uri} </#list>",
          "<#list alltags as each>${each?html} </#list>",
          "<#list tags?sort_by('name') as each>${each.uri} </#list>",
          "<#list db.getPublishedPostsByTag('chung') as each>${each.title?html} </#list>",
          "<#list data.get('nhom.yaml').nguoi as each>${each} </#list>",
          "${db.getDocumentCount('post')}",
          "${config.my_key!'-'}",
          "${(content.nextContent.title)!'-'}"),
      List.of(
          new Setting("index.posts_per_page", List.of("2", "5", "9")),
          new Setting("index.paginate", List.of("true", "false")),
          new Setting("site.host", List.of("https://example.vn", "https://example.com")),
          new Setting("site.name", List.of("Sổ tay", "Nhật ký")),
          new Setting("render.tagsindex", List.of("true", "false")),
          new Setting("render.archive", List.of("true", "false")),
          new Setting("tag.path", List.of("tags", "the")),
          new Setting("jvm.locale", List.of("vi_VN", "en_US")),
          new Setting("my.key", List.of("một", "hai"))),
      List.of(
          new DataEdit("data/nhom.yaml", "ten: .*", "ten: Nhóm %d"),
          new DataEdit("data/nhom.yaml", "\\z", "  - Người thứ %d\n")));

  private final Path origin;
  private final List<String> types;
  private final List<String> expressions;
  private final List<Setting> settings;
  private final List<DataEdit> dataEdits;

  SiteKind(
      Path origin,
      List<String> types,
      List<String> expressions,
      List<Setting> settings,
      List<DataEdit> dataEdits) {
    this.origin = origin;
    this.types = types;
    this.expressions = expressions;
    this.settings = settings;
    this.dataEdits = dataEdits;
  }

  /** A key of the configuration and what it may be set to. */
  record Setting(String key, List<String> values) {}

  /**
   * A change of a data file after which it can still be read.
   *
   * @param pattern of what is replaced
   * @param replacement where a number may stand
   */
  record DataEdit(String file, String pattern, String replacement) {
    String apply(String text, int number) {
      return text.replaceFirst(pattern, replacement.formatted(number));
    }
  }

  /** The folder that holds all of the site but its content. */
  Path origin() {
    return origin;
  }

  /** Document types, the frequent ones several times. */
  List<String> types() {
    return types;
  }

  /** What a template may print on any page. */
  List<String> expressions() {
    return expressions;
  }

  List<Setting> settings() {
    return settings;
  }

  List<DataEdit> dataEdits() {
    return dataEdits;
  }
}
