/**
 * What a text says of itself: title, date, authors, places, topics, figures; each with what
 * supports it.
 */
package vn.cachlamhay.recognition;
