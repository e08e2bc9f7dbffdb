package vn.cachlamhay.page;

import java.util.List;
import vn.cachlamhay.model.Heading;

/**
 * An article on its own page, ready to print. Parts that an article may lack are null, texts are
 * empty.
 *
 * @param section the line above the title, or null
 * @param mark of an article that is not out, {@code Bản nháp}; or empty
 * @param places where it is from, by the names of its day and of today
 * @param dateLine {@code Thứ tư, 12/09/2018 – 08:30}
 * @param updatedLine {@code 12/09/2018}
 * @param minutes how long it takes to read
 * @param audio address of a recording, or empty
 * @param correction what was wrong before it was updated, or empty
 * @param related articles of the same place, topic or tags
 * @param others older articles
 * @param previous the next older article, or null
 * @param next the next newer article, or null
 * @param practice what only a best practice has, or null
 */
public record ArticleView(
    String uri,
    String title,
    String type,
    String typeLabel,
    boolean draft,
    String mark,
    Link section,
    List<Link> topics,
    List<PlaceLine> places,
    List<Link> tags,
    List<Link> authors,
    String agency,
    String source,
    String sourceUrl,
    String lead,
    String dateLine,
    String dateIso,
    String updatedLine,
    String updatedIso,
    ImageView image,
    String caption,
    int minutes,
    String audio,
    String correction,
    List<Attachment> attachments,
    List<Heading> headings,
    List<Card> related,
    List<Card> others,
    Link previous,
    Link next,
    PracticeView practice) {

  /**
   * A file to take away.
   *
   * @param type {@code PDF}
   * @param size {@code 120 KB}
   */
  public record Attachment(String title, String uri, String type, String size) {}
}
