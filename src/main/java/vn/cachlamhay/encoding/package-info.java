/** Vietnamese text in the encodings of the time before Unicode, made into Unicode. */
package vn.cachlamhay.encoding;
