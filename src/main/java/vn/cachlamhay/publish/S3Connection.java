package vn.cachlamhay.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Requests to a store, each of which stands for itself; folders there are only names. */
final class S3Connection implements Connection {

  private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");
  private static final long MOMENT = 1000;

  private final S3Client client;
  private final S3Address address;
  private final S3Headers headers;
  private final S3Failures failures;

  S3Connection(S3Client client, S3Address address, S3Headers headers, S3Failures failures) {
    this.client = client;
    this.address = address;
    this.headers = headers;
    this.failures = failures;
  }

  /**
   * Asks for something that only those who may publish are told.
   *
   * @throws TargetException where it is not told
   */
  void check() throws IOException {
    try {
      client.listObjectsV2(listing().maxKeys(1).build());
      failures.hasAnswered();
    } catch (SdkException e) {
      throw failures.reading(e, address.toString());
    }
  }

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    try {
      return Optional.of(
          client
              .getObjectAsBytes(get -> get.bucket(address.bucket()).key(address.key(path)))
              .asByteArrayUnsafe());
    } catch (SdkException e) {
      if (isMissing(e)) {
        return Optional.empty();
      }
      throw failures.reading(e, path);
    }
  }

  @Override
  public void write(Upload file) throws IOException {
    try {
      put(headers.put(address, file).build(), file);
    } catch (SdkException e) {
      throw failures.writing(e, file.path());
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>In one step where the store knows conditions. Some do not, and some take them and do not
   * look at them, which shows when the same is asked for again; there it is looked a moment later
   * whose file it is.
   */
  @Override
  public boolean create(Upload file) throws IOException {
    Optional<byte[]> there = read(file.path());
    if (there.isPresent()) {
      // ours: an answer was lost
      return isOf(file, there.get());
    }
    PutObjectRequest condition = headers.put(address, file).ifNoneMatch("*").build();
    try {
      put(condition, file);
      put(condition, file);
    } catch (S3Exception e) {
      if (e.statusCode() == 412) {
        return isThere(file);
      }
      if (e.statusCode() != 501 && e.statusCode() != 400) {
        throw failures.writing(e, file.path());
      }
      write(file);
    } catch (SdkException e) {
      throw failures.writing(e, file.path());
    }
    pause();
    return isThere(file);
  }

  private boolean isThere(Upload file) throws IOException {
    Optional<byte[]> there = read(file.path());
    return there.isPresent() && isOf(file, there.get());
  }

  private static boolean isOf(Upload file, byte[] bytes) throws IOException {
    try (InputStream in = file.open()) {
      return Arrays.equals(in.readAllBytes(), bytes);
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(MOMENT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.io.InterruptedIOException("interrupted");
    }
  }

  private void put(PutObjectRequest request, Upload file) {
    client.putObject(
        request,
        RequestBody.fromContentProvider(() -> open(file), file.size(), request.contentType()));
  }

  private static InputStream open(Upload file) {
    try {
      return file.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean copy(String from, String to) throws IOException {
    try {
      client.copyObject(
          copy ->
              copy.sourceBucket(address.bucket())
                  .sourceKey(address.key(from))
                  .destinationBucket(address.bucket())
                  .destinationKey(address.key(to)));
      return true;
    } catch (SdkException e) {
      if (isMissing(e)) {
        return false;
      }
      throw failures.writing(e, to);
    }
  }

  @Override
  public void delete(String path) throws IOException {
    try {
      client.deleteObject(delete -> delete.bucket(address.bucket()).key(address.key(path)));
    } catch (SdkException e) {
      if (!isMissing(e)) {
        throw failures.writing(e, path);
      }
    }
  }

  /** Whether a file is not there; a bucket that is not there is something else. */
  private static boolean isMissing(SdkException failure) {
    return failure instanceof S3Exception answer
        && answer.statusCode() == 404
        && !(answer instanceof NoSuchBucketException);
  }

  @Override
  public void deleteEmptyFolder(String path) {
    // a folder is there as long as a name needs it
  }

  @Override
  public void list(Consumer<Listed> file) throws IOException {
    Optional<String> next = Optional.empty();
    do {
      ListObjectsV2Request.Builder request = listing();
      next.ifPresent(request::continuationToken);
      ListObjectsV2Response page;
      try {
        page = client.listObjectsV2(request.build());
      } catch (SdkException e) {
        throw failures.reading(e, address.toString());
      }
      for (S3Object object : page.contents()) {
        String path = object.key().substring(address.prefix().length());
        if (!path.isEmpty() && !path.endsWith("/")) {
          file.accept(new Listed(path, object.size(), md5(object)));
        }
      }
      next =
          Boolean.TRUE.equals(page.isTruncated())
              ? Optional.ofNullable(page.nextContinuationToken())
              : Optional.empty();
    } while (next.isPresent());
  }

  private ListObjectsV2Request.Builder listing() {
    return ListObjectsV2Request.builder()
        .bucket(address.bucket())
        .prefix(address.prefix())
        // XML has no room for every letter that a key may have
        .encodingType(EncodingType.URL);
  }

  private static Optional<String> md5(S3Object object) {
    // of a file that came in parts it is something else, with a dash
    return Optional.ofNullable(object.eTag())
        .map(tag -> tag.replace("\"", ""))
        .filter(tag -> MD5.matcher(tag).matches());
  }

  @Override
  public void close() {
    // nothing is held between requests but what all connections share
  }
}
