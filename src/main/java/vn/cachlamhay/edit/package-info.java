/** The files of the site as an editor changes them: taken apart, put together, kept, never lost. */
package vn.cachlamhay.edit;
