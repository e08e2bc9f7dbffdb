/** Step 5: open data for programs of others: lists of articles, practices, places and topics. */
package vn.cachlamhay.api;
