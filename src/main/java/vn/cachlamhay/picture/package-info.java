/** Photographs of articles: what their files say, and smaller files for telephones. */
package vn.cachlamhay.picture;
