package vn.cachlamhay.publish;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import vn.cachlamhay.model.MediaTypes;

/**
 * What a store is to tell browsers of each file. Names on the site are constant, so nothing is good
 * for ever: pages, style sheets, scripts and the pieces of the index, of which several belong
 * together, are asked about each time (which costs an answer without body), and only what stands
 * for itself, pictures, sound, fonts and documents, is believed for an hour. Immutable.
 *
 * @param cache what is told of every file instead
 */
record S3Headers(Optional<String> cache) {

  private static final String ASK = "no-cache";
  private static final String HOUR = "max-age=3600, stale-while-revalidate=86400";
  private static final String OURS = "no-store";

  /** A request that puts a file in its place. */
  PutObjectRequest.Builder put(S3Address address, Upload file) {
    return PutObjectRequest.builder()
        .bucket(address.bucket())
        .key(address.key(file.path()))
        .contentType(MediaTypes.inFull(file.path()))
        .cacheControl(cacheControl(file.path()))
        .contentMD5(base64(file.md5()))
        .contentLength(file.size())
        .metadata(Map.of("md5", file.md5()));
  }

  String cacheControl(String path) {
    if (Names.isOurs(path)) {
      return OURS;
    }
    return cache.orElse(standsForItself(MediaTypes.inFull(path)) ? HOUR : ASK);
  }

  private static boolean standsForItself(String type) {
    // texts, among them SVG, XML and manifests, have a character set
    return !type.contains("charset=");
  }

  private static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }
}
