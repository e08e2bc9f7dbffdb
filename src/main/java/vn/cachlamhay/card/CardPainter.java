package vn.cachlamhay.card;

import java.awt.BasicStroke;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import vn.cachlamhay.page.ShareCard;

/**
 * Draws cards of 1200 × 630 pixels, the size that previews ask for: place and topic in gold above
 * the title in white on the colour of the topic, the site's name below. Thread-safe.
 */
public final class CardPainter {

  private static final int MARGIN = 72;
  private static final int INNER = ShareCard.WIDTH - 2 * MARGIN;

  private static final int KICKER_SIZE = 34;
  private static final int KICKER_BASELINE = 104;
  private static final int TITLE_TOP = 136;
  private static final int TITLE_BOTTOM = 516;
  private static final int RULE_TOP = 532;
  private static final int FOOT_TOP = 540;
  private static final int SITE_SIZE = 38;
  private static final int SITE_BASELINE = 598;
  private static final int MARK = 48;

  /**
   * Lines of Vietnamese need room for a tone above a circumflex, and a dot below the line above.
   */
  private static final double LINE = 1.36;

  /** Where the baseline of a line stands in it. */
  private static final double BASE = 1.03;

  private static final int[][] SIZES = {{88, 3}, {80, 3}, {69, 4}, {55, 5}, {46, 6}};

  private static final int WHITE = 0xFFFFFF;
  private static final int GOLD = 0xF0C45C;
  private static final int PAPER = 0xFCF9F3;
  private static final int RED = 0x8C171B;

  /** Deep colours that white stands out on, 7 : 1 at least. */
  private static final int[] GROUNDS = {
    0x8C171B, 0x1B4F72, 0x2B5A35, 0x6B3A12, 0x5A2A62, 0x0F5257, 0x3D4852, 0x55510F
  };

  // 14 colours: a ground with steps towards white and towards gold, the foot with steps to red
  private static final int TITLE = 1;
  private static final int KICKER = TITLE + Mask.STEPS;
  private static final int FOOT = KICKER + Mask.STEPS + 1;

  private final Letters bold = new Letters(TrueTypeFont.load(font("Bold")));
  private final Letters medium = new Letters(TrueTypeFont.load(font("Medium")));
  private final Deflate.Block foot;

  /**
   * @param siteTitle the site's name
   */
  public CardPainter(String siteTitle) {
    foot = foot(siteTitle);
  }

  private static String font(String weight) {
    return "/com/formdev/flatlaf/fonts/roboto/Roboto-" + weight + ".ttf";
  }

  /** A card as a PNG. */
  public byte[] png(ShareCard card) {
    var canvas = new Canvas(ShareCard.WIDTH, RULE_TOP);
    kicker(card, canvas);
    title(card, canvas);
    Deflate.Block head = canvas.compressed(false);
    return IndexedPng.of(ShareCard.WIDTH, ShareCard.HEIGHT, colours(card.tint()), head, foot);
  }

  private void kicker(ShareCard card, Canvas canvas) {
    String text = medium.shortened(medium.shown(card.kicker()), KICKER_SIZE, INNER);
    medium.draw(text, KICKER_SIZE, MARGIN, KICKER_BASELINE, canvas, KICKER);
  }

  private void title(ShareCard card, Canvas canvas) {
    String text = bold.shown(card.title());
    int size = 0;
    List<String> lines = List.of();
    for (int i = 0; i < SIZES.length && lines.isEmpty(); i++) {
      size = SIZES[i][0];
      lines = lines(text, size, SIZES[i][1]);
    }
    if (lines.isEmpty()) {
      lines = cut(text, size, SIZES[SIZES.length - 1][1]);
    }
    double line = size * LINE;
    double top = TITLE_TOP + Math.max(0, (TITLE_BOTTOM - TITLE_TOP - lines.size() * line) / 2);
    for (int i = 0; i < lines.size(); i++) {
      int baseline = (int) Math.round(top + i * line + size * BASE);
      bold.draw(lines.get(i), size, MARGIN, baseline, canvas, TITLE);
    }
  }

  private List<String> lines(String text, int size, int most) {
    return Lines.of(text, most, INNER, words -> bold.width(words, size));
  }

  /** As many words as there is room for. */
  private List<String> cut(String text, int size, int most) {
    String rest = text;
    for (int end = rest.lastIndexOf(' '); end >= 0; end = rest.lastIndexOf(' ')) {
      rest = rest.substring(0, end);
      List<String> lines = lines(rest + " …", size, most);
      if (!lines.isEmpty()) {
        return lines;
      }
    }
    return List.of(bold.shortened(rest, size, INNER));
  }

  /** What is below the title, the same on every card. */
  private Deflate.Block foot(String siteTitle) {
    var canvas = new Canvas(ShareCard.WIDTH, ShareCard.HEIGHT - RULE_TOP);
    int top = FOOT_TOP - RULE_TOP;
    int height = ShareCard.HEIGHT - FOOT_TOP;
    canvas.fill(0, top, KICKER + Mask.STEPS - 1);
    canvas.fill(top, top + height, FOOT - 1);
    canvas.draw(Stamp.of(mark(), FOOT, false), MARGIN, top + (height - MARK) / 2);
    int left = MARGIN + MARK + 18;
    int room = ShareCard.WIDTH - MARGIN - left;
    String name = bold.shortened(bold.shown(siteTitle), SITE_SIZE, room);
    bold.draw(name, SITE_SIZE, left, SITE_BASELINE - RULE_TOP, canvas, FOOT);
    return canvas.compressed(true);
  }

  /** A square with a tick in it, after the site's sign. */
  private static Mask mark() {
    var tick = new Path2D.Float();
    tick.moveTo(11, 25);
    tick.lineTo(20, 35);
    tick.quadTo(26, 23, 38, 13);
    var stroke = new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    var square = new Area(new RoundRectangle2D.Float(0, 0, MARK, MARK, 10, 10));
    square.subtract(new Area(stroke.createStrokedShape(tick)));
    return Mask.of(square);
  }

  private static int[] colours(int tint) {
    int ground = GROUNDS[Math.floorMod(tint, GROUNDS.length)];
    int[] colours = new int[FOOT + Mask.STEPS];
    colours[TITLE - 1] = ground;
    mix(ground, WHITE, colours, TITLE);
    mix(ground, GOLD, colours, KICKER);
    colours[FOOT - 1] = PAPER;
    mix(PAPER, RED, colours, FOOT);
    return colours;
  }

  private static void mix(int from, int to, int[] into, int first) {
    for (int step = 1; step <= Mask.STEPS; step++) {
      int mixed = 0;
      for (int shift = 0; shift <= 16; shift += 8) {
        int a = (from >> shift) & 0xFF;
        int b = (to >> shift) & 0xFF;
        mixed |= (a + Math.round((b - a) * (float) step / Mask.STEPS)) << shift;
      }
      into[first + step - 1] = mixed;
    }
  }
}
