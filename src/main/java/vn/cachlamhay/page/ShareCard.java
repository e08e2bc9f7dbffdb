package vn.cachlamhay.page;

/**
 * What the card of a page says, which stands for the page where a link to it is shared.
 *
 * @param uri of the picture, below the site root
 * @param kicker its place and topic; may be empty
 * @param tint number of its colour
 */
public record ShareCard(String uri, String title, String kicker, int tint) {

  public static final int WIDTH = 1200;
  public static final int HEIGHT = 630;
}
