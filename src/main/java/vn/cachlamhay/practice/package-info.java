/** Step 2, for best practices: parts, steps and results of a rendered text. */
package vn.cachlamhay.practice;
