package vn.cachlamhay.model;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A content file after reading: what its front matter says, checked, and its text as written.
 * Immutable.
 *
 * @param source path below the site folder, with {@code /}
 * @param uri address below the site root
 * @param type JBake document type: post, practice, page or one that the site defines
 * @param status as written
 * @param date when it was published; only pages may be without
 * @param updated when it was last corrected
 * @param agency prefix before the lead, such as a newspaper's initials; may be empty
 * @param origin where the facts come from ({@code source} in front matter); may be empty
 * @param summary the lead; may be empty
 * @param image the picture at the head of the article, its size filled in when rendered
 * @param audio a recording of the article
 * @param correction what was wrong before {@code updated}; may be empty
 * @param attachments files to take away
 * @param aliases addresses under which the article was known before
 * @param values everything the front matter says, for templates
 * @param markup the text as written, NFC
 * @param markupLine the line of the file on which the text begins
 */
public record Article(
    String source,
    String uri,
    String type,
    Status status,
    String title,
    Optional<Moment> date,
    Optional<Moment> updated,
    List<Term> authors,
    String agency,
    String origin,
    String summary,
    List<Locality> localities,
    List<Topic> topics,
    List<Term> tags,
    Optional<Media> image,
    String caption,
    Optional<StaticFile> audio,
    String correction,
    List<StaticFile> attachments,
    List<Alias> aliases,
    boolean featured,
    Map<String, Object> values,
    String markup,
    int markupLine,
    Body body) {

  /**
   * Newest first; the address decides between articles of one moment, so that order never wavers.
   */
  public static final Comparator<Article> NEWEST_FIRST =
      Comparator.<Article, Moment>comparing(
              article -> article.date().orElse(new Moment(LocalDateTime.MIN, false)))
          .reversed()
          .thenComparing(Article::uri);

  public Article {
    authors = List.copyOf(authors);
    localities = List.copyOf(localities);
    topics = List.copyOf(topics);
    tags = List.copyOf(tags);
    attachments = List.copyOf(attachments);
    aliases = List.copyOf(aliases);
  }

  /** The same article with its text rendered and the size of its picture known. */
  public Article rendered(Body newBody, Optional<Media> newImage) {
    return with(uri, status, newImage, markup, newBody);
  }

  /** The same article as a draft that is looked at before its time, at an address of its own. */
  public Article asDraft(String draftUri) {
    return with(draftUri, Status.DRAFT, image, markup, body);
  }

  /** The same article with another text as written. */
  public Article withMarkup(String newMarkup) {
    return with(uri, status, image, newMarkup, body);
  }

  private Article with(
      String newUri, Status newStatus, Optional<Media> newImage, String newMarkup, Body newBody) {
    return new Article(
        source,
        newUri,
        type,
        newStatus,
        title,
        date,
        updated,
        authors,
        agency,
        origin,
        summary,
        localities,
        topics,
        tags,
        newImage,
        caption,
        audio,
        correction,
        attachments,
        aliases,
        featured,
        values,
        newMarkup,
        markupLine,
        newBody);
  }

  /** Whether readers may see it at a moment. */
  public boolean isOutAt(LocalDateTime now) {
    return status == Status.PUBLISHED
        || (status == Status.PUBLISHED_DATE
            && date.filter(moment -> !moment.at().isAfter(now)).isPresent());
  }

  /** Whether it is a news item or a best practice, which lists show; pages stand alone. */
  public boolean isListed() {
    return type.equals("post") || type.equals("practice");
  }
}
