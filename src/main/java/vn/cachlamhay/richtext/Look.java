package vn.cachlamhay.richtext;

/**
 * What of the look of words means something. Immutable.
 *
 * @param struck struck through
 * @param raise above or below the line
 */
record Look(boolean bold, boolean italic, boolean struck, Raise raise) {

  static final Look PLAIN = new Look(false, false, false, Raise.NONE);

  /** Where words stand against their line. */
  enum Raise {
    NONE(""),
    UP("sup"),
    DOWN("sub");

    private final String tag;

    Raise(String tag) {
      this.tag = tag;
    }

    /** The HTML element that says so; empty for the line itself. */
    String tag() {
      return tag;
    }
  }

  Look withBold(boolean value) {
    return new Look(value, italic, struck, raise);
  }

  Look withItalic(boolean value) {
    return new Look(bold, value, struck, raise);
  }

  Look withStruck(boolean value) {
    return new Look(bold, italic, value, raise);
  }

  Look withRaise(Raise value) {
    return new Look(bold, italic, struck, value);
  }
}
