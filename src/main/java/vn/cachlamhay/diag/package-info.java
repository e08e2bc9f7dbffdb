/** Problems with their place in the editor's files, and the words in which they are told. */
package vn.cachlamhay.diag;
