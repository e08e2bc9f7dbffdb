package vn.cachlamhay.jbake;

import java.util.List;
import java.util.Map;
import org.jbake.app.ContentStore;
import org.jbake.template.ModelExtractor;

/** A template variable of a site's own, {@code test_hour}, that is another one each time. */
public class HourExtractor implements ModelExtractor<List<Integer>> {

  private static int hour;

  @Override
  public synchronized List<Integer> get(ContentStore db, Map model, String key) {
    return List.of(++hour);
  }
}
