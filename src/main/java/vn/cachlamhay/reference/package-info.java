/** What articles are filed under: localities and topics, read from the site's data files. */
package vn.cachlamhay.reference;
