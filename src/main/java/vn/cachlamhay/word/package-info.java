/** Documents of word processors, made into HTML with what they say of themselves. */
package vn.cachlamhay.word;
