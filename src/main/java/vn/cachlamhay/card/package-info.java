/** Cards with the titles of pages, drawn as pictures for previews in Zalo, Facebook and others. */
package vn.cachlamhay.card;
