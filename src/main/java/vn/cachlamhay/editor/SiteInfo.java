package vn.cachlamhay.editor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.cachlamhay.build.Catalog;
import vn.cachlamhay.edit.PracticeSections;
import vn.cachlamhay.edit.UploadsKind;
import vn.cachlamhay.model.Status;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.preview.Handler;
import vn.cachlamhay.preview.Request;
import vn.cachlamhay.preview.Response;

/** What the editor's page has to know of the site before anything else. Thread-safe. */
final class SiteInfo implements EditorApi.Part {

  /** What is written most comes first. */
  private static final List<String> USUAL = List.of("practice", "post");

  private static final Map<String, String> TYPES =
      Map.of("post", "Tin tức", "practice", "Cách làm hay", "page", "Trang riêng");

  private final Site site;
  private final Commits commits;

  SiteInfo(Site site, Commits commits) {
    this.site = site;
    this.commits = commits;
  }

  @Override
  public void offer(Map<String, Handler> answers) {
    answers.put("GET site", this::site);
    answers.put("POST settings", this::settings);
  }

  /** A document type with the words for it. */
  record Type(String key, String name) {}

  /** A topic of the tree; depth 0 for those at its root. */
  record TopicLine(String path, String name, int depth) {}

  private Response site(Request request) throws IOException {
    Catalog catalog = site.catalog();
    var answer = new LinkedHashMap<String, Object>();
    answer.put("name", catalog.config().title());
    answer.put("lang", "vi");
    answer.put("today", Site.today().toString());
    answer.put("statuses", Stream.of(Status.values()).map(Status::key).toList());
    answer.put(
        "types",
        catalog.config().types().stream()
            .sorted(Comparator.comparing(type -> USUAL.contains(type) ? USUAL.indexOf(type) : 9))
            .map(type -> new Type(type, TYPES.getOrDefault(type, type)))
            .toList());
    answer.put("topics", catalog.topics().all().stream().map(SiteInfo::line).toList());
    answer.put("sections", PracticeSections.all());
    answer.put("git", commits.now());
    answer.put(
        "limits",
        Map.of(
            "picture",
            UploadsKind.PICTURE.mostBytes(),
            "attachment",
            UploadsKind.DOCUMENT.mostBytes(),
            "import",
            ImportApi.MOST_OF_FILE,
            "archive",
            ImportApi.MOST_OF_ARCHIVE));
    return Response.json(answer);
  }

  /** Its name is what articles are given; the key finds it too. */
  private static TopicLine line(Topic topic) {
    List<String> path = new ArrayList<>();
    topic.selfAndAncestors().forEach(each -> path.add(0, each.key()));
    return new TopicLine(String.join("/", path), topic.name(), path.size() - 1);
  }

  /** The choice whether saves become commits. */
  private record Settings(Commits.Choice git) {}

  private Response settings(Request request) throws IOException {
    Settings wanted = Json.read(request, Settings.class, 10_000);
    if (wanted.git() == null) {
      throw Wrong.request("git");
    }
    return Response.json(Map.of("git", commits.choose(wanted.git())));
  }
}
