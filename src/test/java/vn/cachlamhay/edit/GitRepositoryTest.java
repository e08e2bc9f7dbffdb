package vn.cachlamhay.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.edit.GitCommit.Deed;

/** A commit holds the article and nothing else, and a repository in trouble is left alone. */
class GitRepositoryTest {

  private static final String PATH = "trang/content/a.md";

  @TempDir Path folder;

  private Git git;
  private Path site;
  private Path article;

  @BeforeEach
  void makeRepository() throws IOException, GitAPIException {
    git = Git.init().setDirectory(folder.toFile()).setInitialBranch("chinh").call();
    git.getRepository().getConfig().setBoolean("commit", null, "gpgsign", false);
    git.getRepository().getConfig().save();
    site = folder.resolve("trang");
    article = write(PATH, "một\n");
    write("khac.txt", "khác\n");
    write(".gitignore", "bo-qua/\n");
    git.add().addFilepattern(".").call();
    git.commit().setMessage("đầu").setAuthor("Gốc", "goc@example.vn").call();
  }

  @AfterEach
  void close() {
    git.close();
  }

  @Test
  void aCommitHoldsTheArticleAndItsEditor() throws Exception {
    write(PATH, "hai\n");
    GitResult result = repository().commit(commit(Deed.EDITED, article));

    RevCommit head = head();
    assertThat(result).isEqualTo(new GitResult.Committed(head.name()));
    assertThat(head.getFullMessage()).isEqualTo("Sửa bài: Bắc Sơn mở lớp\n");
    assertThat(head.getAuthorIdent().getName()).isEqualTo("Đỗ Thị Ước");
    assertThat(head.getCommitterIdent().getEmailAddress()).isEqualTo("uoc@example.vn");
    assertThat(head.getRawGpgSignature()).isNull();
    assertThat(tree(head)).containsEntry(PATH, "hai\n").containsEntry("khac.txt", "khác\n");
    assertThat(git.status().call().isClean()).isTrue();
    assertThat(git.reflog().call().iterator().next().getComment())
        .isEqualTo("commit: Sửa bài: Bắc Sơn mở lớp");
  }

  @Test
  void whatOthersHaveStagedStaysStagedAndIsNotCommitted() throws Exception {
    write("khac.txt", "đã chuẩn bị\n");
    write("moi.txt", "mới\n");
    write("trang/content/b.md", "b\n");
    git.add().addFilepattern("khac.txt").addFilepattern("moi.txt").call();
    write("khac.txt", "đã sửa tiếp\n");
    write(PATH, "chuẩn bị\n");
    git.add().addFilepattern(PATH).call();
    write(PATH, "hai\n");
    Path picture = write("trang/content/anh/x.png", "png");
    repository().commit(commit(Deed.PUBLISHED, article, picture));

    assertThat(tree(head()))
        .containsOnlyKeys(".gitignore", "khac.txt", PATH, "trang/content/anh/x.png")
        .containsEntry("khac.txt", "khác\n")
        .containsEntry(PATH, "hai\n");
    Status status = git.status().call();
    assertThat(status.getChanged()).containsExactly("khac.txt");
    assertThat(status.getAdded()).containsExactly("moi.txt");
    assertThat(status.getModified()).containsExactly("khac.txt");
    assertThat(status.getUntracked()).containsExactly("trang/content/b.md");
    assertThat(Files.readString(folder.resolve("khac.txt"))).isEqualTo("đã sửa tiếp\n");
  }

  @Test
  void newAndDeletedArticlesAreCommitted() throws Exception {
    Path added = write("trang/content/moi/c.md", "c\n");
    assertThat(repository().commit(commit(Deed.CREATED, added)))
        .isInstanceOf(GitResult.Committed.class);
    Files.delete(added);
    Files.delete(added.getParent());
    assertThat(repository().commit(commit(Deed.DELETED, added)))
        .isInstanceOf(GitResult.Committed.class);

    assertThat(tree(head())).doesNotContainKey("trang/content/moi/c.md").containsKey(PATH);
    assertThat(git.status().call().isClean()).isTrue();
    assertThat(head().getShortMessage()).isEqualTo("Xóa bài: Bắc Sơn mở lớp");
  }

  @Test
  void withoutAChangeThereIsNoCommit() throws Exception {
    RevCommit before = head();

    assertThat(repository().commit(commit(Deed.EDITED, article)))
        .isEqualTo(new GitResult.Unchanged());
    assertThat(repository().commit(commit(Deed.DELETED, site.resolve("content/khong-co.md"))))
        .isEqualTo(new GitResult.Unchanged());
    assertThat(head()).isEqualTo(before);
    assertThat(git.status().call().isClean()).isTrue();
  }

  @Test
  void lineEndsAreThoseOfTheRepository() throws Exception {
    write(".gitattributes", "* text=auto\n");
    git.add().addFilepattern(".gitattributes").call();
    git.commit().setMessage("x").setAuthor("G", "g@example.vn").call();
    write(PATH, "một\r\nhai\r\n");
    repository().commit(commit(Deed.EDITED, article));

    assertThat(tree(head())).containsEntry(PATH, "một\nhai\n");
    assertThat(git.status().call().isClean()).isTrue();
  }

  @Test
  void noHookRuns() throws Exception {
    Path hooks = Files.createDirectories(folder.resolve(".git/hooks"));
    for (String name : List.of("pre-commit", "commit-msg", "prepare-commit-msg", "post-commit")) {
      Path hook = Files.writeString(hooks.resolve(name), "#!/bin/sh\ntouch da-chay\nexit 1\n");
      if (Files.getFileAttributeView(hook, PosixFileAttributeView.class) != null) {
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
    write(PATH, "hai\n");

    assertThat(repository().commit(commit(Deed.EDITED, article)))
        .isInstanceOf(GitResult.Committed.class);
    assertThat(Files.exists(folder.resolve("da-chay"))).isFalse();
  }

  @Test
  void signingIsNotAskedForEvenWhereItIsConfigured() throws Exception {
    git.getRepository().getConfig().setBoolean("commit", null, "gpgsign", true);
    git.getRepository().getConfig().save();
    write(PATH, "hai\n");

    assertThat(repository().commit(commit(Deed.EDITED, article)))
        .isInstanceOf(GitResult.Committed.class);
    assertThat(head().getRawGpgSignature()).isNull();
  }

  @Test
  void withoutNameOrAddressNothingHappens() throws Exception {
    write(PATH, "hai\n");
    for (List<String> person :
        List.of(List.of("", "a@b.vn"), List.of("An", ""), List.of("An", "không phải thư"))) {
      var commit = new GitCommit(Deed.EDITED, "x", List.of(article), person.get(0), person.get(1));
      assertFailed(repository().commit(commit), ProblemCode.GIT_CHUA_CO_TEN);
    }
    assertThat(head().getShortMessage()).isEqualTo("đầu");
  }

  @Test
  void aDetachedHeadIsTold() throws Exception {
    git.checkout().setName(head().name()).call();

    assertHindered(ProblemCode.GIT_KHONG_O_NHANH);
  }

  @Test
  void aBranchWithoutCommitsIsTold() throws Exception {
    git.getRepository().updateRef(Constants.HEAD).link("refs/heads/moi");

    assertHindered(ProblemCode.GIT_CHUA_CO_LAN_GHI);
  }

  @Test
  void aLockOfAnotherProgramIsTold() throws Exception {
    Path lock = Files.createFile(folder.resolve(".git/index.lock"));
    assertHindered(ProblemCode.GIT_DANG_KHOA);
    assertThat(Files.exists(lock)).isTrue();
    Files.delete(lock);
    Path branch = Files.createFile(folder.resolve(".git/refs/heads/chinh.lock"));
    assertHindered(ProblemCode.GIT_DANG_KHOA);
    Files.delete(branch);

    assertThat(repository().commit(commit(Deed.EDITED, article)))
        .isInstanceOf(GitResult.Committed.class);
  }

  @Test
  void aMergeInProgressIsTold() throws Exception {
    git.branchCreate().setName("nhanh").call();
    write("khac.txt", "của ta\n");
    git.commit().setAll(true).setMessage("ta").setAuthor("G", "g@example.vn").call();
    git.checkout().setName("nhanh").call();
    write("khac.txt", "của họ\n");
    git.commit().setAll(true).setMessage("họ").setAuthor("G", "g@example.vn").call();
    git.merge().include(git.getRepository().resolve("chinh")).call();

    assertHindered(ProblemCode.GIT_DANG_DO);
    git.reset().setMode(ResetCommand.ResetType.HARD).call();
  }

  @Test
  void whatGitIsToldToLeaveOutIsTold() throws Exception {
    Path ignored = write("bo-qua/a.md", "x");

    assertFailed(repository().commit(commit(Deed.CREATED, ignored)), ProblemCode.GIT_BO_QUA);
    assertThat(git.status().call().isClean()).isTrue();
  }

  @Test
  void whatIsTrackedCountsThoughItsFolderIsLeftOut() throws Exception {
    write(".gitignore", "content/\n");
    git.add().addFilepattern(".gitignore").call();
    git.commit().setMessage("x").setAuthor("G", "g@example.vn").call();
    write(PATH, "hai\n");
    repository().commit(commit(Deed.EDITED, article));

    assertThat(tree(head())).containsEntry(PATH, "hai\n");
  }

  @Test
  void aDamagedRepositoryIsTold() throws Exception {
    GitRepository repository = repository();
    byte[] index = Files.readAllBytes(folder.resolve(".git/index"));
    Files.writeString(folder.resolve(".git/index"), "không phải mục lục của Git, dài hơn chút nữa");
    write(PATH, "hai\n");

    assertFailed(repository.commit(commit(Deed.EDITED, article)), ProblemCode.GIT_HONG);
    Files.write(folder.resolve(".git/index"), index);
    assertThat(head().getShortMessage()).isEqualTo("đầu");
  }

  @Test
  void theCommitsOfAFileAreListedAndRead() throws Exception {
    write(PATH, "hai\n");
    repository().commit(commit(Deed.EDITED, article));
    write("khac.txt", "x\n");
    repository().commit(commit(Deed.EDITED, folder.resolve("khac.txt")));
    List<Version> log = repository().log(article);

    assertThat(log)
        .extracting(each -> each.kind().key() + " " + each.who() + " " + each.note())
        .containsExactly("git Đỗ Thị Ước Sửa bài: Bắc Sơn mở lớp", "git Gốc đầu");
    assertThat(log.get(0).time().toString()).endsWith("+07:00");
    assertThat(repository().read(article, log.get(1).id())).isEqualTo("một\n".getBytes("UTF-8"));
    for (String id : List.of("", "x", "0".repeat(40), "HEAD", "--all")) {
      assertThatThrownBy(() -> repository().read(article, id))
          .isInstanceOfSatisfying(
              EditException.class,
              e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.PHIEN_BAN_HONG));
    }
  }

  @Test
  void theNameThatGitKnowsIsOffered() throws Exception {
    git.getRepository().getConfig().setString("user", null, "name", "Lò Văn Ổn");
    git.getRepository().getConfig().setString("user", null, "email", "on@example.vn");
    git.getRepository().getConfig().save();

    assertThat(repository().person()).containsExactly("Lò Văn Ổn", "on@example.vn");
  }

  @Test
  void aFolderWithoutRepositoryHasNone(@TempDir Path alone) throws Exception {
    assertThat(GitRepository.around(alone)).isEmpty();
    Files.createDirectories(alone.resolve(".git"));
    assertThat(GitRepository.around(alone)).isEmpty();
  }

  @Test
  void settingsAreOffUntilSomebodyIsAsked() throws Exception {
    assertThat(EditorSettings.read(site)).isEqualTo(new EditorSettings(false, false, "", ""));
    var settings = new EditorSettings(true, true, "Đỗ Thị Ước", "uoc@example.vn");
    settings.write(site);
    assertThat(EditorSettings.read(site)).isEqualTo(settings);
    for (String damaged : List.of("", "null", "{", "[1]", "{\"name\": null}", "\u0000")) {
      Files.writeString(site.resolve(".portal-editor.json"), damaged);
      assertThat(EditorSettings.read(site)).as(damaged).isEqualTo(EditorSettings.NONE);
    }
  }

  private void assertHindered(ProblemCode code) throws Exception {
    write(PATH, "hai\n");
    Map<String, String> before = files();
    assertFailed(repository().commit(commit(Deed.EDITED, article)), code);
    assertThat(files()).isEqualTo(before);
  }

  private static void assertFailed(GitResult result, ProblemCode code) {
    assertThat(result)
        .isInstanceOfSatisfying(
            GitResult.Failed.class, failed -> assertThat(failed.why().code()).isEqualTo(code));
  }

  private GitRepository repository() throws IOException {
    return GitRepository.around(site).orElseThrow();
  }

  private static GitCommit commit(Deed deed, Path... files) {
    return new GitCommit(
        deed, " Bắc Sơn\nmở lớp", List.of(files), "Đỗ Thị Ước ", " uoc@example.vn");
  }

  private RevCommit head() throws IOException {
    return git.getRepository().parseCommit(git.getRepository().resolve(Constants.HEAD));
  }

  private Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Map<String, String> tree(RevCommit commit) throws IOException {
    var files = new TreeMap<String, String>();
    try (var walk = new TreeWalk(git.getRepository())) {
      walk.addTree(commit.getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        byte[] bytes = git.getRepository().open(walk.getObjectId(0)).getBytes();
        files.put(walk.getPathString(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  /** Work tree, index and branches; objects that nothing names do no harm. */
  private Map<String, String> files() throws IOException {
    var files = new TreeMap<String, String>();
    try (var walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        if (!path.startsWith(".git/objects/")) {
          files.put(path, SourceFile.version(Files.readAllBytes(file)));
        }
      }
    }
    return files;
  }
}
