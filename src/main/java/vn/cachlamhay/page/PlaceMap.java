package vn.cachlamhay.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import vn.cachlamhay.model.Locality;

/**
 * The map of the country, of equal squares: each province is as easy to meet as any other. The
 * variable of the templates from which the drawing is made.
 *
 * @param columns its width in squares
 * @param rows its height in squares
 * @param tiles from the north down, in each row from the west, as the keyboard goes through them
 * @param legend what the shades stand for, by step; step 0 first
 */
public record PlaceMap(int columns, int rows, List<Tile> tiles, List<String> legend) {

  /**
   * A square.
   *
   * @param column from 0 in the west
   * @param row from 0 in the north
   * @param title full name, for those who do not see the square
   * @param count of its articles
   * @param lines its name as it is written into the square
   * @param step of shading, 0 without articles
   * @param offshore whether it is an archipelago that belongs to a province
   */
  public record Tile(
      int column,
      int row,
      String uri,
      String title,
      int count,
      List<String> lines,
      int step,
      boolean offshore) {

    public Tile {
      lines = List.copyOf(lines);
    }
  }

  public PlaceMap {
    tiles = List.copyOf(tiles);
    legend = List.copyOf(legend);
  }

  /** Draws maps. Stateless but for what it was given. */
  static final class Factory {

    /** As many letters fit into a square side by side. */
    private static final int WIDTH = 7;

    private final ToIntFunction<Locality> count;
    private final LocalDate today;

    /**
     * @param count of articles of a place
     * @param today decides which places there are, and their names
     */
    Factory(ToIntFunction<Locality> count, LocalDate today) {
      this.count = count;
      this.today = today;
    }

    /** The map of those places that exist and have a square. */
    PlaceMap of(List<Locality> places) {
      List<Locality> shown =
          places.stream()
              .filter(place -> place.tile().isPresent() && place.existedOn(today))
              .sorted(
                  Comparator.<Locality>comparingInt(place -> place.tile().get().row())
                      .thenComparingInt(place -> place.tile().get().column()))
              .toList();
      Shades shades = Shades.upTo(shown.stream().mapToInt(count).max().orElse(0));
      return new PlaceMap(
          1 + shown.stream().mapToInt(place -> place.tile().get().column()).max().orElse(-1),
          1 + shown.stream().mapToInt(place -> place.tile().get().row()).max().orElse(-1),
          shown.stream().map(place -> tile(place, shades)).toList(),
          shades.labels());
    }

    private Tile tile(Locality place, Shades shades) {
      Locality.Tile at = place.tile().orElseThrow();
      int articles = count.applyAsInt(place);
      boolean offshore = place.parent().isPresent();
      // below a province, only places with articles have pages
      Locality target = articles == 0 ? place.province() : place;
      return new Tile(
          at.column(),
          at.row(),
          Uris.of(target),
          title(place),
          articles,
          lines(place.namingOn(today).name()),
          shades.of(articles),
          offshore);
    }

    private String title(Locality place) {
      String own = place.headlineOn(today);
      return place
          .parent()
          .map(province -> own + ", " + province.namingOn(today).fullName())
          .orElse(own);
    }

    /** A name in two lines as even as can be; in more only where these would be too long. */
    static List<String> lines(String name) {
      String[] words = name.split(" ");
      if (words.length < 2) {
        return List.of(name);
      }
      List<String> best = List.of(words);
      int shortest = Integer.MAX_VALUE;
      for (int cut = 1; cut < words.length; cut++) {
        String first = String.join(" ", Arrays.asList(words).subList(0, cut));
        String second = String.join(" ", Arrays.asList(words).subList(cut, words.length));
        int length = Math.max(first.length(), second.length());
        if (length < shortest) {
          shortest = length;
          best = List.of(first, second);
        }
      }
      return shortest <= WIDTH ? best : new ArrayList<>(List.of(words));
    }
  }
}
