package vn.cachlamhay.model;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What files are, by the ending of their names, as every host should tell it. Stateless. */
public final class MediaTypes {

  public static final String HTML = "text/html; charset=utf-8";
  public static final String JSON = "application/json; charset=utf-8";

  private static final String TABLE =
      """
      text/html                 html htm
      text/css                  css
      text/javascript           js mjs
      text/plain                txt md
      text/csv                  csv
      text/vtt                  vtt
      application/json          json map
      application/manifest+json webmanifest
      application/xml           xml
      image/svg+xml             svg
      image/png                 png
      image/jpeg                jpg jpeg
      image/gif                 gif
      image/webp                webp
      image/avif                avif
      image/x-icon              ico
      font/woff2                woff2
      font/woff                 woff
      font/ttf                  ttf
      font/otf                  otf
      audio/mpeg                mp3
      audio/mp4                 m4a
      audio/ogg                 ogg oga opus
      audio/wav                 wav
      video/mp4                 mp4
      video/webm                webm
      application/pdf           pdf
      application/zip           zip
      application/epub+zip      epub
      application/wasm          wasm
      application/msword        doc
      application/vnd.ms-excel  xls
      application/vnd.ms-powerpoint ppt
      application/vnd.openxmlformats-officedocument.wordprocessingml.document docx
      application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx
      application/vnd.openxmlformats-officedocument.presentationml.presentation pptx
      application/vnd.oasis.opendocument.text odt
      application/vnd.oasis.opendocument.spreadsheet ods
      """;

  private static final Set<String> TEXTS_OF_APPLICATIONS =
      Set.of("application/json", "application/manifest+json", "application/xml", "image/svg+xml");

  private static final SortedMap<String, String> TYPES = types();

  private MediaTypes() {}

  /** The type of each ending, without a character set. */
  public static SortedMap<String, String> all() {
    return TYPES;
  }

  /** The type of a file, without a character set; that of unknown bytes where none is known. */
  public static String of(String name) {
    return TYPES.getOrDefault(ending(name), "application/octet-stream");
  }

  /** The type of a file as a host tells it: of texts with their character set. */
  public static String inFull(String name) {
    String type = of(name);
    return isText(type) ? type + "; charset=utf-8" : type;
  }

  /** Whether a type is one of texts: they are in UTF-8, and worth compressing. */
  public static boolean isText(String type) {
    return type.startsWith("text/") || TEXTS_OF_APPLICATIONS.contains(type);
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static SortedMap<String, String> types() {
    var types = new TreeMap<String, String>();
    for (String line : TABLE.lines().toList()) {
      String[] words = line.split(" +");
      for (int i = 1; i < words.length; i++) {
        types.put(words[i], words[0]);
      }
    }
    return Collections.unmodifiableSortedMap(types);
  }
}
