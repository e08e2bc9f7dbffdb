package vn.cachlamhay.word;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.text.VietnameseText;

/**
 * The styles of a document. Their names are English in files of Word, whatever language it speaks;
 * other programs write what they show. For one thread.
 */
final class Styles {

  private static final Pattern HEADING =
      Pattern.compile("(?:heading|đầu đề|đề mục|tiêu đề|tiêu đề mục|mục)\\s*([1-9])");
  private static final Pattern TITLE =
      Pattern.compile("title|document title|tiêu đề|tên bài|tựa đề|đầu đề|tít(?: bài)?");
  private static final Pattern CAPTION =
      Pattern.compile(
          "caption|chú thích(?: ảnh| hình.*)?|figure|illustration|drawing|hình ảnh|ảnh");
  private static final Pattern QUOTE =
      Pattern.compile("(?:intense )?quote|quotations?|block text|trích dẫn.*|đoạn trích.*");
  private static final Pattern CONTENTS =
      Pattern.compile("(?:toc|mục lục|contents|table of figures)\\b.*");
  private static final int DEEPEST = 20;

  private final Map<String, XmlNode> byId = new HashMap<>();
  private final Map<String, List<XmlNode>> chains = new HashMap<>();
  private final Theme theme;
  private final RunLook usual;
  private String usualParagraph = "";

  Styles(Optional<XmlNode> part, Theme theme) {
    this.theme = theme;
    XmlNode root = part.orElse(XmlNode.empty("w:styles"));
    for (XmlNode style : root.children("w:style")) {
      byId.putIfAbsent(style.get("styleId"), style);
      boolean first = style.get("type").equals("paragraph") && usualParagraph.isEmpty();
      if (first && !style.get("default").isEmpty() && XmlNode.isOn(style.get("default"))) {
        usualParagraph = style.get("styleId");
      }
    }
    XmlNode defaults = root.child("w:docDefaults").child("w:rPrDefault").child("w:rPr");
    usual = RunLook.PLAIN.with(defaults, theme);
  }

  /** The look of the words of a paragraph that say nothing themselves. */
  RunLook look(XmlNode paragraphProperties) {
    RunLook look = usual;
    for (XmlNode style : chain(paragraphProperties)) {
      look = look.with(style.child("w:rPr"), theme);
    }
    return look;
  }

  /** The look of a run. */
  RunLook look(RunLook paragraph, XmlNode runProperties) {
    RunLook look = paragraph;
    for (XmlNode style : chain(runProperties.value("w:rStyle"))) {
      look = look.with(style.child("w:rPr"), theme);
    }
    return look.with(runProperties, theme);
  }

  /** 1 to 9 for a heading, 0 for anything else. */
  int heading(XmlNode paragraphProperties) {
    int level = outline(paragraphProperties);
    if (level >= 0) {
      return level == 9 ? 0 : level + 1;
    }
    List<XmlNode> chain = chain(paragraphProperties);
    for (int i = chain.size() - 1; i >= 0; i--) {
      String name = name(chain.get(i));
      Matcher heading = HEADING.matcher(name);
      if (heading.matches()) {
        return Integer.parseInt(heading.group(1));
      }
      if (TITLE.matcher(name).matches()) {
        return 1;
      }
      int styled = outline(chain.get(i).child("w:pPr"));
      if (styled >= 0) {
        return styled == 9 ? 0 : styled + 1;
      }
    }
    return 0;
  }

  private static int outline(XmlNode properties) {
    int level = XmlNode.number(properties.value("w:outlineLvl"), -1);
    return level > 9 ? -1 : level;
  }

  boolean isCaption(XmlNode paragraphProperties) {
    return isNamed(paragraphProperties, CAPTION);
  }

  boolean isQuote(XmlNode paragraphProperties) {
    return isNamed(paragraphProperties, QUOTE);
  }

  /** Whether a paragraph belongs to a table of contents. */
  boolean isContents(XmlNode paragraphProperties) {
    return isNamed(paragraphProperties, CONTENTS);
  }

  private boolean isNamed(XmlNode properties, Pattern names) {
    return chain(properties).stream().anyMatch(style -> names.matcher(name(style)).matches());
  }

  /** The list that a paragraph's style puts it in, nearest first; an empty element for none. */
  XmlNode numbering(XmlNode paragraphProperties) {
    if (paragraphProperties.has("w:numPr")) {
      return paragraphProperties.child("w:numPr");
    }
    List<XmlNode> chain = chain(paragraphProperties);
    for (int i = chain.size() - 1; i >= 0; i--) {
      XmlNode properties = chain.get(i).child("w:pPr");
      if (properties.has("w:numPr")) {
        return properties.child("w:numPr");
      }
    }
    return XmlNode.empty("");
  }

  /** How a paragraph is aligned; empty for left. */
  String alignment(XmlNode paragraphProperties) {
    String told = paragraphProperties.value("w:jc");
    for (XmlNode style : chain(paragraphProperties)) {
      if (paragraphProperties.value("w:jc").isEmpty()) {
        told = style.child("w:pPr").has("w:jc") ? style.child("w:pPr").value("w:jc") : told;
      }
    }
    return told;
  }

  private static String name(XmlNode style) {
    return VietnameseText.nfc(style.value("w:name")).strip().toLowerCase(Locale.ROOT);
  }

  private List<XmlNode> chain(XmlNode paragraphProperties) {
    String id = paragraphProperties.value("w:pStyle");
    return chain(byId.containsKey(id) ? id : usualParagraph);
  }

  /** A style and what it is based on, the base first. */
  private List<XmlNode> chain(String id) {
    return chains.computeIfAbsent(
        id,
        first -> {
          var chain = new ArrayList<XmlNode>();
          String next = first;
          // styles may be based on each other in a circle
          while (byId.containsKey(next) && chain.size() < DEEPEST) {
            chain.add(byId.get(next));
            next = byId.get(next).value("w:basedOn");
          }
          Collections.reverse(chain);
          return chain;
        });
  }
}
