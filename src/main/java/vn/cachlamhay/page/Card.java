package vn.cachlamhay.page;

/**
 * An article in a list, ready to print. Parts that an article may lack are null, as templates
 * expect.
 *
 * @param dateShort {@code 12/09/2018}
 * @param typeLabel "Cách làm hay" or "Tin tức"
 * @param place its first locality, or null
 * @param topic its first topic, or null
 * @param image or null
 * @param cover instead of a picture, or null
 * @param mark of an article that is not out, {@code Bản nháp}; or empty
 */
public record Card(
    String uri,
    String title,
    String summary,
    String dateShort,
    String type,
    String typeLabel,
    Link place,
    Link topic,
    ImageView image,
    Cover cover,
    String mark) {

  /**
   * Of articles no two have one address; a hash of everything would be computed again and again.
   */
  @Override
  public int hashCode() {
    return uri.hashCode();
  }
}
