import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.cachlamhay.search.Searcher;

/** The first ten answers of the ranking in Java, one JSON line a query: OUTPUT QUERIES. */
public final class Rank {

  private static final Gson GSON = new Gson();
  private static final int SHOWN = 10;

  private Rank() {}

  /** What is printed of a query. */
  private record Answer(String set, String query, List<String> hits, double done) {}

  public static void main(String[] args) throws IOException {
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    var searcher = Searcher.open(Path.of(args[0]));
    for (String line : Files.readAllLines(Path.of(args[1]))) {
      JsonObject asked = GSON.fromJson(line, JsonObject.class);
      String query = asked.get("query").getAsString();
      long start = System.nanoTime();
      Searcher.Found found = searcher.find(query, false, false);
      double milliseconds = (System.nanoTime() - start) / 1e6;
      // what the page shows unasked: articles that lack words only where none has all of them
      List<Integer> hits = found.full() == 0 ? found.hits() : found.hits().subList(0, found.full());
      List<String> first =
          hits.stream().limit(SHOWN).map(n -> String.valueOf(searcher.article(n).uri())).toList();
      var answer = new Answer(asked.get("set").getAsString(), query, first, milliseconds);
      out.println(GSON.toJson(answer));
    }
    out.flush();
  }
}
