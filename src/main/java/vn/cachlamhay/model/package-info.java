/** The immutable values that go from step to step. */
package vn.cachlamhay.model;
