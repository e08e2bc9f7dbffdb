/** Counts how often articles are read, from the access logs of the host; knows no reader. */
package vn.cachlamhay.stats;
