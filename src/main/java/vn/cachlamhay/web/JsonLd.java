package vn.cachlamhay.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of its article as JSON-LD, in the words of schema.org. Immutable. */
final class JsonLd {

  private static final Set<String> ARTICLES =
      Set.of("Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "Report", "WebPage");
  private static final int LONGEST = 1_000_000;
  private static final int MOST = 2000;

  private final List<JsonObject> articles;
  private final List<JsonObject> breadcrumbs;

  private JsonLd(List<JsonObject> articles, List<JsonObject> breadcrumbs) {
    this.articles = List.copyOf(articles);
    this.breadcrumbs = List.copyOf(breadcrumbs);
  }

  /** Reads all of a page; what is no JSON is left out, as search engines do. */
  static JsonLd of(Document page) {
    var articles = new ArrayList<JsonObject>();
    var pages = new ArrayList<JsonObject>();
    var breadcrumbs = new ArrayList<JsonObject>();
    for (Element script : page.select("script[type=application/ld+json]")) {
      for (JsonObject object : objects(script.data())) {
        List<String> types = strings(object.get("@type"));
        if (types.contains("BreadcrumbList")) {
          breadcrumbs.add(object);
        } else if (types.contains("WebPage")) {
          pages.add(object);
        } else if (types.stream().anyMatch(ARTICLES::contains)) {
          articles.add(object);
        }
      }
    }
    articles.addAll(pages);
    return new JsonLd(articles, breadcrumbs);
  }

  private static List<JsonObject> objects(String json) {
    var found = new ArrayList<JsonObject>();
    if (json.isBlank() || json.length() > LONGEST) {
      return found;
    }
    var open = new ArrayDeque<JsonElement>();
    try {
      // control characters in strings are common, and gson takes them
      open.add(JsonParser.parseString(json.replace("<![CDATA[", "").replace("]]>", "")));
    } catch (JsonParseException e) {
      return found;
    }
    for (int i = 0; i < MOST && !open.isEmpty(); i++) {
      JsonElement next = open.poll();
      if (next.isJsonArray()) {
        next.getAsJsonArray().forEach(open::add);
      } else if (next.isJsonObject()) {
        JsonObject object = next.getAsJsonObject();
        found.add(object);
        if (object.get("@graph") instanceof JsonArray graph) {
          graph.forEach(open::add);
        }
        if (object.get("mainEntity") instanceof JsonObject entity) {
          open.add(entity);
        }
      }
    }
    return found;
  }

  /** The values of a property of the article: texts, or the names or addresses of things. */
  List<String> values(String property) {
    var values = new ArrayList<String>();
    for (JsonObject article : articles) {
      strings(article.get(property)).stream().filter(v -> !values.contains(v)).forEach(values::add);
    }
    return values;
  }

  /** The names of the steps down to the article. */
  List<String> breadcrumbs() {
    var names = new ArrayList<String>();
    for (JsonObject list : breadcrumbs) {
      if (list.get("itemListElement") instanceof JsonArray items) {
        for (JsonElement item : items) {
          names.addAll(strings(item));
        }
      }
    }
    return names;
  }

  private static List<String> strings(JsonElement value) {
    var found = new ArrayList<String>();
    var open = new ArrayDeque<JsonElement>();
    if (value != null) {
      open.add(value);
    }
    for (int i = 0; i < MOST && !open.isEmpty(); i++) {
      JsonElement next = open.poll();
      if (next.isJsonPrimitive()) {
        found.add(next.getAsString());
      } else if (next.isJsonArray()) {
        next.getAsJsonArray().forEach(open::add);
      } else if (next.isJsonObject()) {
        JsonObject object = next.getAsJsonObject();
        for (String name : List.of("name", "url", "@id", "item")) {
          if (object.has(name)) {
            open.addFirst(object.get(name));
            break;
          }
        }
      }
    }
    return found;
  }
}
