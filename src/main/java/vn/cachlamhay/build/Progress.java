package vn.cachlamhay.build;

import java.time.Duration;

/** Told how a build goes on, from the thread that builds. */
public interface Progress {

  /** Hears nothing. */
  Progress SILENT =
      new Progress() {
        @Override
        public void started(Step step) {
          // silent
        }

        @Override
        public void finished(Step step, Duration duration) {
          // silent
        }
      };

  /** A step begins. */
  void started(Step step);

  /** A step has ended well. */
  void finished(Step step, Duration duration);
}
