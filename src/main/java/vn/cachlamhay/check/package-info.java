/** Step 7: looks at the finished pages as a reader's browser would. */
package vn.cachlamhay.check;
