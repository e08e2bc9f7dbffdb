package vn.cachlamhay.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.richtext.Manuscript;

/** Whatever is broken in a document: it is read, or refused with a message. */
class WordFuzzTest {

  private static final List<String> PIECES =
      List.of(
          "<w:p>",
          "</w:p>",
          "<w:r>",
          "</w:r>",
          "<w:t>",
          "</w:t>",
          "<w:tbl>",
          "</w:tbl>",
          "<w:tr>",
          "<w:tc>",
          "</w:tc>",
          "&lt;",
          "&#0;",
          "&#x110000;",
          "<!-- ",
          "<![CDATA[",
          "w:val=\"999999999999\"",
          "w:val=\"-1\"",
          "w:val=\"\"",
          "w:ilvl",
          "w:numId",
          "<w:fldChar w:fldCharType=\"end\"/>",
          "<w:fldChar w:fldCharType=\"begin\"/>",
          "<w:vMerge/>",
          "<w:gridSpan w:val=\"99999\"/>",
          "\"",
          ">",
          "/>");

  @Property(tries = 150, seed = "20261122")
  void anyBytes(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) throws IOException {
    var random = new Random(seed);
    byte[] bytes = Files.readAllBytes(document(random));
    for (int i = random.nextInt(20); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    survives(bytes);
  }

  @Property(tries = 250, seed = "20261123")
  void anyXml(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) throws IOException {
    var random = new Random(seed);
    var out = new ByteArrayOutputStream();
    try (InputStream in = Files.newInputStream(document(random));
        var from = new ZipInputStream(in);
        var to = new ZipOutputStream(out)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        byte[] part = from.readAllBytes();
        boolean xml = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
        to.write(xml && random.nextInt(3) > 0 ? changed(part, random) : part);
      }
    }
    survives(out.toByteArray());
  }

  /** Still well-formed for the most part: elements change places, numbers become others. */
  private static byte[] changed(byte[] part, Random random) {
    var text = new StringBuilder(new String(part, StandardCharsets.UTF_8));
    for (int i = random.nextInt(4); i >= 0 && text.length() > 10; i--) {
      int way = random.nextInt(5);
      int at = text.indexOf("<", random.nextInt(text.length()));
      int end = at < 0 ? -1 : text.indexOf("/>", at);
      if (way == 0) {
        text.insert(random.nextInt(text.length()), PIECES.get(random.nextInt(PIECES.size())));
      } else if (way == 1 && end > 0 && text.substring(at + 1, end).indexOf('<') < 0) {
        String element = text.substring(at, end + 2);
        text.delete(at, end + 2);
        int into = text.indexOf("<", random.nextInt(text.length()));
        text.insert(Math.max(0, into), element.repeat(1 + random.nextInt(3)));
      } else if (way == 2) {
        int digit = random.nextInt(text.length());
        if (Character.isDigit(text.charAt(digit))) {
          text.replace(digit, digit + 1, random.nextBoolean() ? "-" : "99999999999");
        }
      } else if (way == 3) {
        text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(0x3000));
      } else if (at > 0) {
        text.replace(at, Math.min(text.length(), at + 4), "<w:p");
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Path document(Random random) {
    List<Path> all = WordFixture.documents();
    return all.get(random.nextInt(all.size()));
  }

  private static void survives(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("word", ".docx");
    try {
      Files.write(file, bytes);
      // what is no .docx any more is not handed on to LibreOffice
      if (ContentKind.of(file, "bai.docx") == ContentKind.DOCX) {
        Manuscript manuscript = DocxReader.read(file, "bai.docx", WordOptions.USUAL);
        assertThat(manuscript.html().body()).isNotNull();
      }
    } catch (SiteException e) {
      assertThat(e.problems()).isNotEmpty().allMatch(p -> p.code().code().startsWith("word-"));
    } finally {
      Files.delete(file);
    }
  }
}
