package vn.cachlamhay.build;

/** The steps of a build, in their order. */
public enum Step {
  READ,
  RENDER,
  PLAN,
  BAKE,
  INDEX,
  WRITE,
  CHECK
}
