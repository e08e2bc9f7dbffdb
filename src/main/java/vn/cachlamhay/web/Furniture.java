package vn.cachlamhay.web;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What stands on a page around its article, told by the names that publishing systems give it and
 * by its words. Stateless.
 */
final class Furniture {

  private static final Pattern NAMES =
      names(
          """
          related|relate-|lien-?quan|tin-?khac|tinkhac|other-?news|othernews|more-?news|cac-?tin|cung-?chuyen
          read-?more|recommend|you-?may|jp-related|yarpp|most-|mostview|most-?read|xem-?nhieu|doc-?nhieu|docnhieu
          hot-?news|latest|tin-?moi|tinmoi|trending|comment|respond|reply|binh-?luan|phan-?hoi|y-?kien|feedback|gop-?y
          disqus|fb-|facebook|zalo|share|sharing|sharedaddy|social|addthis|addtoany|a2a_|sociable|like-?button|tweet
          print|in-?bai|tool-?bar|toolbox|news-?tool|cong-?cu|font-?size|fontsize|resize|co-?chu|text-?size|rating|rate-|star-|stars|vote|danh-?gia
          breadcrumb|bread-crumb|duong-?dan|navbar|nav-|navigation|main-?nav|menu|pagination|pager|prev-?next|sidebar|side-bar
          widget|banner|quang-?cao|advert|ads-|ad-|adsbygoogle|google_ads|popup|modal|login|sign-?in|dang-?nhap
          newsletter|subscribe|dang-?ky|tags|tag-?list|post-?tag|entry-?tag|news-?tag|keywords|tu-?khoa|tukhoa
          author-?box|post-?author-?box|entry-footer|post-?footer|page-?footer|site-?footer|footer|site-?header|page-?header|app-?badge|app-?download
          view-?count|luot-?xem|counter|thong-?ke|visitor|captcha|audio-?player|tts|google-?news|follow|portlet-topper|lfr-search|asset-related|asset-ratings
          asset-metadata-actions|taglib-|ms-listlink|s4-ribbon|s4-topheader|s4-leftpanel|s4-statusbar|hit-?count|back-?to|scroll-?top|go-?top|weblink|web-?link|lien-?ket
          """);

  /** Names of a frame around everything, or of an article, whatever else they hold. */
  private static final Pattern NEVER =
      Pattern.compile(
          "^(?:has-|with-|no-|left-sidebar|right-sidebar|layout|single|hentry|type-|tag-[a-z]"
              + "|category-|page-\\d|page-template|post-\\d|status-|format-|row|col-|elementor-"
              + "|wpb_|vc_|print-?(?:area|content)|content-|main-content|portlet-).*");

  /** Lines that are furniture wherever they stand, after {@link PageLine#key}. */
  private static final Pattern WORDS =
      Pattern.compile(
          """
          a|a a|in|in trang|in trang nay|in bai|in bai viet|in tin|in tin bai|in an|ban in|xem ban in|luu|luu tin|luu bai|luu bai viet|luu tin bai|luu trang
          |gui|gui email|gui mail|gui e mail|gui cho ban be|gui bai viet|gui tin|gui tin bai|email|e mail|print|save|share|tweet|pin|like|thich|thich \\d+|chia se|chia se bai viet
          |chia se tren facebook|chia se facebook|chia se zalo|chia se len facebook|facebook|twitter|zalo|linkedin|pinterest|messenger|telegram|google|copy link|sao chep lien ket
          |sao chep duong dan|co chu|co chu a a|co chu nho|co chu lon|tang co chu|giam co chu|phong to|thu nho|doc bai|nghe bai viet|nghe doc bai|nghe tin|doc bai viet nay
          |tuong phan|do tuong phan|che do doc|phan hoi|gui phan hoi|gop y|y kien|y kien ban doc|y kien phan hoi|binh luan|viet binh luan|gui binh luan|\\d+ binh luan|binh luan \\d+
          |quay lai|tro lai|tro ve|ve trang truoc|ve dau trang|len dau trang|dau trang|trang chu|trang nhat|trang tiep|trang truoc|xem tiep|doc tiep|xem chi tiet|chi tiet
          |sign in|log in|login|dang nhap|dang ky|dang xuat|tim kiem|android apk|ios app|android|app store|google play|tai ung dung|luot xem \\d.*|so luot xem.*|luot doc.*|so lan xem.*|so lan doc.*
          |da xem \\d.*|xem \\d+|\\d[\\d ]* luot xem|\\d[\\d ]* luot doc|views? \\d.*|tong so diem cua bai viet la.*|click de danh gia bai viet|bam de danh gia.*|danh gia bai viet.*
          |xep hang .*|diem trung binh.*|\\d+ danh gia|chua co danh gia.*|ban da khong su dung site.*|hay la nguoi dau tien.*|theo doi .{0,40} tren google news|theo doi chung toi.*
          |tags?|tu khoa|the|chu de|file dinh kem|tep dinh kem|van ban dinh kem|tai lieu dinh kem|quang cao|bai truoc|bai sau|bai tiep theo|bai cu hon|bai moi hon|previous|next|tin truoc|tin sau
          |mac dinh|lon hon|nho hon|xem co chu|lien ket web|lien ket website|chon lien ket|thong ke truy cap|dang truy cap.*|hom nay|tat ca
          """
              .replaceAll("\\n", "")
              .strip());

  /** Lines above a list of other articles, after {@link PageLine#key}. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "(?:(?:cac|nhung|mot so) )?(?:tin|bai|bai viet|tin bai|tin tuc|bai bao|thong tin)"
              + "(?: (?:bai|tuc|viet))?(?: (?:da dang|da dua))?"
              + " (?:lien quan|khac|cung chuyen muc|cung chu de|cung muc|cu hon|moi hon|moi nhat"
              + "|moi|da dua|noi bat|doc nhieu|xem nhieu|truoc do|cung loai|doc them|truoc|tiep theo"
              + "|cu|tham khao|nen doc)(?: nhat)?"
              + "|lien quan|cung chuyen muc|cung chu de|xem them|doc them|xem nhieu(?: nhat)?"
              + "|doc nhieu(?: nhat)?|moi nhat|tin moi|tin cu|moi cap nhat|tin noi bat"
              + "|co the ban quan tam|ban co the quan tam|ban doc quan tam|dang duoc quan tam"
              + "|su kien lien quan|related(?: posts?| news| articles?)?|other news|read more"
              + "|tags?|tu khoa|the");

  /** Lines that begin a discussion. */
  private static final Pattern DISCUSSION =
      Pattern.compile(
          "y kien(?: (?:ban doc|phan hoi|cua ban|doc gia|binh luan))?(?: \\d+)?"
              + "|(?:\\d+ )?binh luan(?: \\d+)?|phan hoi(?: \\d+)?|(?:gui|viet|de lai|them)"
              + " (?:binh luan|phan hoi|y kien|mot binh luan|mot tra loi|tra loi)(?: cua ban)?"
              + "|leave a reply|comments?(?: \\d+)?|\\d+ comments?|thao luan"
              + "|.{0,3}huy(?: tra loi)?|\\d+ (?:phan hoi|tra loi)(?: .{0,120})?");

  private Furniture() {}

  private static Pattern names(String table) {
    String words = table.strip().replaceAll("\\s*\\n\\s*", "|");
    return Pattern.compile("(?:^|[\\s_.-])(?:" + words + ")");
  }

  /** Whether an element is furniture by its name or what the page calls it. */
  static boolean is(Element element) {
    String tag = element.normalName();
    if (tag.equals("body") || tag.equals("html")) {
      return false;
    }
    if (tag.equals("nav") || tag.equals("footer") || tag.equals("button") || tag.equals("aside")) {
      return true;
    }
    String role = element.attr("role");
    if (role.equals("navigation") || role.equals("complementary") || role.equals("banner")) {
      return true;
    }
    return isNamedSo(element.className()) || isNamedSo(element.id());
  }

  private static boolean isNamedSo(String names) {
    if (names.isEmpty() || names.length() > 1000) {
      return false;
    }
    for (String name : names.split("\\s+")) {
      String plain = name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT).strip();
      boolean never = NEVER.matcher(plain).matches() && !plain.matches(".*(?:related|comment).*");
      if (!never && NAMES.matcher(plain).find()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line is furniture by its words. */
  static boolean isWords(PageLine line) {
    String text = line.text();
    if (text.length() > 120) {
      return false;
    }
    boolean each =
        line.nodes().stream()
            .map(node -> PageLine.key(node.getWholeText()))
            .filter(key -> !key.isEmpty())
            .allMatch(key -> WORDS.matcher(key).matches());
    // buttons beside each other stand in one line
    return line.nodes().size() > 1 && each && !line.key().isEmpty()
        || (WORDS.matcher(line.key()).matches()
            || text.matches("[A-Za-zÀ-ỹ]?[+\\-–=|»«<>•·:\\s]+"));
  }

  /** Whether a list of other articles follows a line, or stands in it. */
  static boolean isOthers(PageLine line) {
    if (line.text().length() > 60) {
      return false;
    }
    return isLabelOfOthers(line.key());
  }

  /**
   * The same for words before a colon.
   *
   * @param key as {@link PageLine#key} makes it
   */
  static boolean isLabelOfOthers(String key) {
    return OTHERS.matcher(key).matches();
  }

  /** Whether a discussion follows a line. */
  static boolean isDiscussion(PageLine line) {
    return line.text().length() <= 160 && DISCUSSION.matcher(line.key()).matches();
  }
}
