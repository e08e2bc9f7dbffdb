package vn.cachlamhay.editor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.build.TestSite;

/** A site in a Git repository: saves become commits where the editor wants it, and only there. */
class EditorGitTest {

  private static final String PATH = "bai-viet/2018/bac-son.md";

  @TempDir Path folder;

  @Test
  void savesBecomeCommitsOnceTheEditorWantsIt() throws Exception {
    TestSite.copyOf("portal-small", folder);
    try (Git git = begun();
        var editor = new EditorClient(folder)) {
      assertThat(choice(editor, "present")).isTrue();
      assertThat(choice(editor, "on")).isFalse();
      assertThat(choice(editor, "asked")).isFalse();
      save(editor, "Chưa có lần ghi nào.");
      assertThat(subjects(git)).containsExactly("Bắt đầu");

      var wanted = Map.of("on", true, "name", "Nguyễn Thị Hoa", "email", "hoa@example.vn");
      assertThat(editor.post("settings", Map.of("git", wanted)).status()).isEqualTo(200);
      assertThat(choice(editor, "asked")).isTrue();
      byte[] table = "Năm,Số\n2018,15\n".getBytes(UTF_8);
      editor.put("file?article=" + PATH + "&name=Bang%20so.csv", table);
      save(editor, "Câu của Hoa.");
      RevCommit last = commits(git).get(0);
      assertThat(last.getShortMessage()).startsWith("Sửa bài: Bắc Sơn");
      assertThat(last.getAuthorIdent().getName()).isEqualTo("Nguyễn Thị Hoa");
      assertThat(changed(git, last))
          .containsExactlyInAnyOrder("content/" + PATH, "content/bai-viet/2018/bang-so.csv");

      List<JsonObject> versions = editor.get("history", "path", PATH).list("versions");
      assertThat(versions)
          .filteredOn(version -> version.get("kind").getAsString().equals("git"))
          .extracting(version -> version.get("who").getAsString())
          .containsExactly("Nguyễn Thị Hoa", "Người khác");
      String first =
          versions.stream()
              .filter(version -> version.get("who").getAsString().equals("Người khác"))
              .map(version -> version.get("id").getAsString())
              .findFirst()
              .orElseThrow();
      assertThat(editor.get("history/version", "path", PATH, "id", first).text("text"))
          .doesNotContain("Câu của Hoa.");

      String base = editor.get("article", "path", PATH).text("version");
      editor.post("delete", Map.of("path", PATH, "base", base));
      assertThat(subjects(git).get(0)).startsWith("Xóa bài: Bắc Sơn");
    }
  }

  /** The article is saved all the same, and the editor hears why there is no commit. */
  @Test
  void aCommitThatFailsLosesNothing() throws Exception {
    TestSite.copyOf("portal-small", folder);
    try (Git git = begun();
        var editor = new EditorClient(folder)) {
      var wanted = Map.of("on", true, "name", "Hoa", "email", "hoa@example.vn");
      editor.post("settings", Map.of("git", wanted));
      Files.writeString(git.getRepository().getDirectory().toPath().resolve("index.lock"), "");
      EditorClient.Answer saved = save(editor, "Vẫn được lưu.");
      assertThat(saved.status()).isEqualTo(200);
      assertThat(saved.text("commit")).isNotBlank();
      assertThat(Files.readString(folder.resolve("content").resolve(PATH)))
          .contains("Vẫn được lưu.");
      assertThat(subjects(git)).containsExactly("Bắt đầu");
    }
  }

  private Git begun() throws GitAPIException {
    Git git = Git.init().setDirectory(folder.toFile()).call();
    git.add().addFilepattern(".").call();
    git.commit()
        .setMessage("Bắt đầu")
        .setSign(false)
        .setAuthor("Người khác", "khac@example.vn")
        .setCommitter("Người khác", "khac@example.vn")
        .call();
    return git;
  }

  private static boolean choice(EditorClient editor, String name) {
    return editor.get("site").json().getAsJsonObject("git").get(name).getAsBoolean();
  }

  private static EditorClient.Answer save(EditorClient editor, String sentence) {
    EditorClient.Answer opened = editor.get("article", "path", PATH);
    return editor.post(
        "save",
        Map.of(
            "path",
            PATH,
            "base",
            opened.text("version"),
            "fields",
            opened.json().getAsJsonObject("fields"),
            "body",
            opened.text("body") + "\n" + sentence + "\n"));
  }

  private static List<RevCommit> commits(Git git) throws GitAPIException {
    return StreamSupport.stream(git.log().call().spliterator(), false).toList();
  }

  private static List<String> subjects(Git git) throws GitAPIException {
    return commits(git).stream().map(RevCommit::getShortMessage).toList();
  }

  private static List<String> changed(Git git, RevCommit commit) throws IOException {
    var paths = new java.util.ArrayList<String>();
    try (var walk = new TreeWalk(git.getRepository())) {
      walk.setRecursive(true);
      walk.addTree(git.getRepository().parseCommit(commit.getParent(0)).getTree());
      walk.addTree(commit.getTree());
      walk.setFilter(org.eclipse.jgit.treewalk.filter.TreeFilter.ANY_DIFF);
      while (walk.next()) {
        paths.add(walk.getPathString());
      }
    }
    return paths;
  }
}
