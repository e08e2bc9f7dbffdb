package vn.cachlamhay.feed;

import vn.cachlamhay.page.Plan;
import vn.cachlamhay.page.Uris;

/**
 * A page at a former address that leads to the present one on any host and from disk. Stateless.
 */
public final class RedirectPage {

  private RedirectPage() {}

  /** The page as HTML. */
  public static String html(Plan.Redirect redirect) {
    String to = escape(Uris.relative(redirect.from(), redirect.to()));
    return """
        <!DOCTYPE html>
        <html lang="vi">
        <head>
        <meta charset="utf-8">
        <title>Trang đã chuyển địa chỉ</title>
        <meta name="robots" content="noindex">
        <meta http-equiv="refresh" content="0; url=%1$s">
        <link rel="canonical" href="%1$s">
        </head>
        <body>
        <p>Trang này đã chuyển đến <a href="%1$s">địa chỉ mới</a>.</p>
        </body>
        </html>
        """
        .formatted(to);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }
}
