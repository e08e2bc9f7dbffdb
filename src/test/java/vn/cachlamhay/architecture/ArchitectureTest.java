package vn.cachlamhay.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The package table and the bans of design.md. Change them there and here, on purpose. */
class ArchitectureTest {

  private static final String ROOT = "vn.cachlamhay";

  /** Package: the packages of ours that it may use besides itself. */
  private static final String TABLE =
      """
      diag      :
      text      :
      model     : diag
      reference : model text diag
      content   : reference model text diag
      markdown  : model diag
      html      : picture diag
      chart     : model text
      practice  : chart reference model text diag
      page      : chart practice reference model text diag
      api       : page reference model text diag
      cache     : model text diag
      jbake     : page practice markdown html picture cache model text diag
      search    : page model text diag
      feed      : page model text diag
      stats     : model text diag
      card      : page
      picture   : diag model
      offline   : page model diag
      host      : page model diag
      output    : cache model diag
      check     : html model diag
      edit      : content reference model html picture text diag
      encoding  : text diag
      richtext  : encoding html picture model text diag
      word      : encoding richtext text diag
      web       : encoding richtext html text diag
      recognition : richtext reference model text diag
      importer  : recognition web word encoding richtext edit content reference html picture model text diag
      build     : api chart practice importer edit diag text model reference content markdown html page jbake search feed stats offline host output check cache card picture
      preview   : build jbake model diag
      editor    : preview build jbake page edit importer recognition richtext reference model text diag
      publish   : output check model text diag
      cli       : importer recognition build preview editor edit publish stats model diag
      """;

  /** Library packages: the only packages of ours that may use them. */
  private static final String LIBRARIES =
      """
      org.jbake..             : jbake
      com.vladsch.flexmark..  : markdown
      org.jsoup..             : html practice check richtext word web importer
      picocli..               : cli
      com.github.weisj..      : offline
      org.eclipse.jgit..      : edit
      software.amazon.awssdk.. : publish
      org.eclipse.jgit..      : edit publish
      org.apache.sshd..       : publish
      org.apache.commons.net..: publish
      okhttp3..               : web
      """;

  private static final Set<String> MUTABLE_TYPES =
      Set.of(
          "java.util.ArrayList",
          "java.util.LinkedList",
          "java.util.ArrayDeque",
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.TreeMap",
          "java.util.EnumMap",
          "java.util.HashSet",
          "java.util.LinkedHashSet",
          "java.util.TreeSet",
          "java.util.Properties",
          "java.util.Date",
          "java.util.Calendar",
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.lang.ThreadLocal");

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
          .importPackages(ROOT);

  static Collection<String> packages() {
    return table(TABLE).keySet();
  }

  static Collection<String> libraries() {
    return table(LIBRARIES).keySet();
  }

  @Test
  void theTableNamesEveryPackage() {
    var present = new TreeSet<String>();
    MAIN.forEach(type -> present.add(type.getPackageName()));
    present.remove(ROOT);

    assertThat(present)
        .isNotEmpty()
        .isSubsetOf(packages().stream().map(ArchitectureTest::ours).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packages")
  void aPackageUsesOnlyWhatTheTableAllows(String name) {
    var allowed = new ArrayList<>(List.of(ours(name)));
    table(TABLE).get(name).forEach(other -> allowed.add(ours(other)));
    DescribedPredicate<JavaClass> forbidden =
        are(resideInAnyPackage(ROOT + ".."))
            .and(resideOutsideOfPackages(allowed.toArray(String[]::new)))
            .as("are ours and not in " + allowed);

    noClasses()
        .that()
        .resideInAPackage(ours(name))
        .should()
        .dependOnClassesThat(forbidden)
        .allowEmptyShould(true)
        .check(MAIN);
  }

  @Test
  void noPackagesDependOnEachOtherInACycle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("libraries")
  void aLibraryIsUsedOnlyWhereTheTableSaysSo(String library) {
    String[] users =
        table(LIBRARIES).get(library).stream().map(ArchitectureTest::ours).toArray(String[]::new);

    noClasses()
        .that()
        .resideOutsideOfPackages(users)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(MAIN);
    // a mistyped library name would pass the rule above
    assertThat(MAIN.stream().anyMatch(uses(library))).as(library + " is used at all").isTrue();
  }

  @Test
  void onlyTheCommandLineExits() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ours("cli"))
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class));
  }

  @Test
  void oldDatesStayWithJBake() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ours("jbake"))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date"));
  }

  @Test
  void nothingChangesTheDefaultsOfTheMachine() {
    check(
        noClasses()
            .should()
            .callMethod(java.util.Locale.class, "setDefault", java.util.Locale.class)
            .orShould()
            .callMethod(
                java.util.Locale.class,
                "setDefault",
                java.util.Locale.Category.class,
                java.util.Locale.class)
            .orShould()
            .callMethod(java.util.TimeZone.class, "setDefault", java.util.TimeZone.class));
  }

  @Test
  void nothingPrintsStackTracesToWhereverTheyGo() {
    check(noClasses().should().callMethod(Throwable.class, "printStackTrace"));
    for (Class<?> type : List.of(Exception.class, RuntimeException.class, Error.class)) {
      check(noClasses().should().callMethod(type, "printStackTrace"));
    }
  }

  @Test
  void thereIsNoMutableStaticState() {
    fields().that().areStatic().should(notBeMutable()).check(MAIN);
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    var folders = new TreeSet<Path>();
    sources().keySet().forEach(file -> folders.add(file.getParent()));

    assertThat(folders)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            folder ->
                assertThat(Files.readString(folder.resolve("package-info.java"))).contains("/**"));
  }

  @Test
  void noFileCatchesEveryException() throws IOException {
    var catchAll =
        Pattern.compile("catch\\s*\\(\\s*(final\\s+)?[^)]*\\b(Exception|Throwable)\\s+\\w+\\s*\\)");

    assertThat(sources())
        .allSatisfy(
            (file, text) -> assertThat(text).as(file.toString()).doesNotContainPattern(catchAll));
  }

  @Test
  void noFileIsLongerThan300Lines() throws IOException {
    assertThat(sources())
        .isNotEmpty()
        .allSatisfy(
            (file, text) ->
                assertThat(text.lines().count()).as(file.toString()).isLessThanOrEqualTo(300));
  }

  private static void check(ArchRule rule) {
    rule.check(MAIN);
  }

  private static ArchCondition<JavaField> notBeMutable() {
    return new ArchCondition<>("be final, of no mutable type, and private where it is an array") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        JavaClass type = field.getRawType();
        boolean mutableType =
            MUTABLE_TYPES.contains(type.getName())
                || type.getName().startsWith("java.util.concurrent.")
                || (type.isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE));
        if (!field.getModifiers().contains(JavaModifier.FINAL) || mutableType) {
          events.add(
              SimpleConditionEvent.violated(
                  field, field.getFullName() + " is mutable (" + type.getName() + ")"));
        }
      }
    };
  }

  private static DescribedPredicate<JavaClass> uses(String library) {
    DescribedPredicate<JavaClass> inLibrary = resideInAnyPackage(library);
    return DescribedPredicate.describe(
        "use " + library,
        type ->
            type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> inLibrary.test(dependency.getTargetClass())));
  }

  private static Map<Path, String> sources() throws IOException {
    var sources = new TreeMap<Path, String>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        sources.put(file, Files.readString(file));
      }
    }
    return sources;
  }

  private static Map<String, List<String>> table(String text) {
    var rows = new TreeMap<String, List<String>>();
    for (String line : text.strip().lines().toList()) {
      String[] cells = line.split(":", 2);
      rows.put(
          cells[0].strip(),
          Arrays.stream(cells[1].strip().split("\\s+")).filter(name -> !name.isEmpty()).toList());
    }
    return rows;
  }

  private static String ours(String name) {
    return ROOT + "." + name;
  }
}
